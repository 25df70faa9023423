package id.dampak.cli;

import id.dampak.job.PowerReport;
import id.dampak.job.PowerRow;
import id.dampak.job.PowerRow.Basis;
import id.dampak.study.Exposure;
import id.dampak.study.Period;
import id.dampak.study.Study;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a study could detect, in words and as a table. */
final class PowerText {
  private final Study study;
  private final PowerReport report;
  private final double power;

  PowerText(Study study, PowerReport report) {
    this.study = study;
    this.report = report;
    this.power = report.question().power();
  }

  void print(PrintWriter out) {
    out.printf(
        "%s: the suspension from %s on, told from the data from %s until then.%n",
        Printable.of(report.specification()), date(report.event()), date(report.first()));
    report
        .refusal()
        .ifPresent(
            refusal ->
                out.printf(
                    "%n%s%n  why:    %s%n  remedy: %s%n",
                    refusal.problem(), refusal.reason(), refusal.remedy()));
    out.printf("%n%s%n", verdict());
    out.printf("%s%n", curve());
    report.ownByStandardError().ifPresent(row -> out.printf("%s%n", besideStandardError(row)));
    if (report.refusal().isEmpty()) {
      out.printf("%n%s%n", basis());
    }
    out.println();
    table().print(out);
    out.printf("%n%s%n", legend());
    out.flush();
  }

  private String verdict() {
    PowerRow own = report.own();
    double share = own.share(power);
    String length = length(own.design().periods());
    boolean placebos = own.basis() == Basis.PLACEBO_DATES;
    if (share > 1) {
      return "A "
          + length
          + " suspension cannot be measured by this study: a test at "
          + percent(report.question().size())
          + " would miss even the loss of all of "
          + sales()
          + " more often than in "
          + percent(1 - power)
          + " of cases"
          + (placebos ? "." : ", by its standard error alone.");
    }
    return placebos
        ? "A %s suspension is detectable from a loss of %s of %s on: a test at %s finds it with probability %s."
            .formatted(
                length, percent(share), sales(), percent(report.question().size()), percent(power))
        : "By its standard error alone, a %s suspension would be detectable from a loss of %s of %s on. That is a lower bound: what moves all merchants who sell so on one day is not in it."
            .formatted(length, percent(share), sales());
  }

  private String curve() {
    return "It finds a loss with probability "
        + report.question().powers().stream()
            .map(p -> percent(p) + " from " + shown(report.own(), p) + " on")
            .collect(Collectors.joining(", "))
        + ".";
  }

  private String besideStandardError(PowerRow row) {
    return "By its standard error alone (Bloom 1995) that would be %s, which knows other merchants and not other days."
        .formatted(shown(row, power));
  }

  private String basis() {
    String which =
        report.sameWeekday()
            ? "of its weekday"
            : "of every weekday, since the %d of its own are fewer than the %d that a test needs"
                .formatted(report.datesOfWeekday(), report.fewest());
    return "Noise is the spread over %d placebo suspensions %s; the windows of %d of them share no %s with one another."
        .formatted(report.dates(), which, report.datesApart(), unit());
  }

  private TextTable table() {
    TextTable table =
        new TextTable(
            List.of(
                "merchants",
                unit() + "s",
                exposed(),
                "placebo dates",
                "detectable at " + percent(power),
                "basis"));
    report.rows().forEach(row -> table.add(cells(row)));
    return table;
  }

  private List<String> cells(PowerRow row) {
    return List.of(
        "%,d".formatted(row.design().units()),
        String.valueOf(row.design().periods()),
        percent(row.design().exposedShare()),
        String.valueOf(row.placebos()),
        shown(row, power),
        basis(row.basis()));
  }

  private static String basis(Basis basis) {
    return switch (basis) {
      case PLACEBO_DATES -> "placebo dates";
      case STANDARD_ERROR -> "standard error";
      case EXTRAPOLATED -> "extrapolated";
    };
  }

  private static String legend() {
    return "extrapolated: by the square root of the number of merchants, which shocks that all share do not heed.\n"
        + "standard error: by formula, (t + t) · SE, which does not see such shocks at all.";
  }

  private String shown(PowerRow row, double at) {
    double share = row.share(at);
    return share > 1 ? "more than all" : percent(share);
  }

  private String sales() {
    return study.exposure() instanceof Exposure.FeatureShare
        ? "a merchant's " + feature() + " sales"
        : "the sales of a merchant in a suspended region";
  }

  private String exposed() {
    return study.exposure() instanceof Exposure.FeatureShare
        ? feature() + " in sales"
        : "sales in suspended regions";
  }

  private String feature() {
    List<String> features = study.suspensions().features();
    return features.isEmpty() ? "suspended" : String.join(" and ", features);
  }

  private String length(int periods) {
    return periods + "-" + unit();
  }

  private String unit() {
    return study.period().truncation();
  }

  private String date(LocalDateTime start) {
    return study.period() == Period.HOUR ? start.toString() : start.toLocalDate().toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * share);
  }
}
