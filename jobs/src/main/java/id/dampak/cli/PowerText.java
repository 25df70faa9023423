package id.dampak.cli;

import id.dampak.job.PowerReport;
import id.dampak.job.PowerRow;
import id.dampak.job.PowerRow.Basis;
import id.dampak.study.Exposure;
import id.dampak.study.Period;
import id.dampak.study.Study;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** What a study could detect, in words and as a table. */
final class PowerText {
  private static final MathContext DIGITS = new MathContext(3);

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
    boolean placebos = own.basis() == Basis.PLACEBO_DATES;
    String suspension = "A %d-%s suspension".formatted(own.design().periods(), unit());
    if (share > 1) {
      return "%s cannot be measured by this study: %sthe loss of all of %s would be found with a probability below %s."
          .formatted(
              suspension,
              placebos ? "even " : "even by its standard error alone, which is too hopeful, ",
              sales(),
              plain(power));
    }
    return placebos
        ? "%s is detectable from a loss of %s of %s on: a test at %s finds it with probability %s."
            .formatted(suspension, percent(share), sales(), percent(size()), plain(power))
        : "By its standard error alone, %s would be detectable from a loss of %s of %s on. The truth is more: what moves all the exposed on one day is not in it."
            .formatted(suspension.replaceFirst("A", "a"), percent(share), sales());
  }

  /** The curve; losses that not even everything comes to are left out. */
  private String curve() {
    List<Double> reached =
        report.question().powers().stream().filter(p -> report.own().share(p) <= 1).toList();
    return reached.isEmpty()
        ? "Whatever the loss, it is more likely missed than found."
        : "Found with probability "
            + reached.stream()
                .map(p -> "%s: from %s on".formatted(plain(p), percent(report.own().share(p))))
                .collect(Collectors.joining("; "))
            + ".";
  }

  private String besideStandardError(PowerRow row) {
    String known = "By its standard error alone (Bloom 1995) it would be " + shown(row);
    return row.share(power) > report.own().share(power)
        ? known + ": more, and with few dates apart the larger of the two is the safer."
        : known + "; that knows other merchants, but no other days.";
  }

  private String basis() {
    String which =
        report.sameWeekday()
            ? "of its weekday"
            : "of every weekday, since the %d of its own are fewer than the %d that a test needs"
                .formatted(report.datesOfWeekday(), report.fewest());
    return "Noise is the spread over %d placebo suspensions %s; the windows of %d of them share no %s with one another."
        .formatted(report.own().placebos(), which, report.datesApart(), unit());
  }

  private TextTable table() {
    TextTable table =
        new TextTable(
            List.of(
                "merchants", unit() + "s", exposed(), "placebo dates", "detectable loss", "basis"));
    report.rows().forEach(row -> table.add(cells(row)));
    return table;
  }

  private List<String> cells(PowerRow row) {
    return List.of(
        "%,d".formatted(row.design().units()),
        String.valueOf(row.design().periods()),
        percent(row.design().exposedShare()),
        String.valueOf(row.placebos()),
        shown(row),
        basis(row.basis()));
  }

  private static String basis(Basis basis) {
    return switch (basis) {
      case PLACEBO_DATES -> "placebo dates";
      case STANDARD_ERROR -> "standard error";
      case EXTRAPOLATED -> "extrapolated";
    };
  }

  private String legend() {
    return """
        Detectable with probability %s. "extrapolated": by the square root of the number of merchants, the least it can be,
        for shocks that all share do not average out. "standard error": by formula, (t + t) · SE, blind to such shocks."""
        .formatted(plain(power));
  }

  private String shown(PowerRow row) {
    double share = row.share(power);
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

  private double size() {
    return report.question().size();
  }

  private String unit() {
    return study.period().truncation();
  }

  private String date(LocalDateTime start) {
    return study.period() == Period.HOUR ? start.toString() : start.toLocalDate().toString();
  }

  private static String percent(double share) {
    return plain(100 * share) + " %";
  }

  /** Three digits, and no zeros that say nothing. */
  private static String plain(double number) {
    return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
