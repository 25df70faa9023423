package id.dampak.report;

import id.dampak.report.EventStudy.Point;
import id.dampak.report.EventStudy.PreTrendTest;
import id.dampak.report.EventStudy.Role;
import id.dampak.report.KeyFigures.KeyFigure;
import id.dampak.report.Losses.Breakdown;
import id.dampak.report.Losses.Group;
import id.dampak.report.Masthead.DataOrigin;
import id.dampak.report.Specifications.Line;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A report with every section, from made-up numbers; {@link SamplePages} writes it to look at. */
final class SampleReport {
  static final Currency RUPIAH = new Currency("IDR", 0);
  static final Scale MONEY = new Scale.Money(RUPIAH);
  static final Masthead MASTHEAD =
      new Masthead(
          "TikTok LIVE off, 30 August to 2 September 2025",
          "How much did small sellers lose while live selling was switched off across Indonesia?",
          "indonesia-live-2025",
          ZonedDateTime.of(2026, 11, 24, 9, 30, 0, 0, ZoneId.of("Asia/Jakarta")),
          DataOrigin.SYNTHETIC);

  private static final List<String> PROVINCES =
      """
      Jawa Barat, Jawa Timur, DKI Jakarta, Jawa Tengah, Banten, Sumatera Utara, Sulawesi Selatan,
      DI Yogyakarta, Bali, Lampung, Sumatera Selatan, Riau, Sumatera Barat, Kalimantan Timur,
      Kalimantan Selatan, Kepulauan Riau, Aceh, Nusa Tenggara Barat, Kalimantan Barat, Jambi,
      Sulawesi Utara, Nusa Tenggara Timur, Sulawesi Tengah, Kalimantan Tengah, Bengkulu,
      Kepulauan Bangka Belitung, Sulawesi Tenggara, Maluku, Gorontalo, Sulawesi Barat,
      Kalimantan Utara, Papua, Maluku Utara, Papua Barat, Papua Tengah, Papua Barat Daya,
      Papua Selatan, Papua Pegunungan"""
          .lines()
          .flatMap(line -> Pattern.compile(",\\s*").splitAsStream(line))
          .toList();

  private SampleReport() {}

  static ReportModel full(int periods, int before) {
    return new ReportModel(
        MASTHEAD,
        List.of(
            answer(),
            keyFigures(),
            eventStudy(periods, before),
            losses(),
            SampleNetLoss.section(),
            SampleBackground.suspensions(),
            specifications(),
            assumption(),
            SampleBackground.policies(),
            SampleBackground.contentScores(),
            SampleBackground.dataAccount(),
            SampleBackground.anomalies(),
            SampleBackground.provenance()));
  }

  static ReportModel withoutEstimates() {
    return new ReportModel(
        MASTHEAD,
        List.of(
            new NoAnswer(
                "The orders come from one shop, so there is no other seller to compare it with: a"
                    + " fall in its sales could not be told from a fall in everyone's.",
                List.of("what became of every row", "anomalies in the data")),
            new KeyFigures(List.of()),
            SampleBackground.dataAccount(),
            new Anomalies(List.of()),
            SampleBackground.provenance()));
  }

  static Measurement money(double estimate, double halfWidth) {
    return new Measurement(estimate, Optional.of(around(estimate, halfWidth)), MONEY);
  }

  static Interval around(double estimate, double halfWidth) {
    return new Interval(estimate - halfWidth, estimate + halfWidth, 0.95);
  }

  static Answer answer() {
    return new Answer(
        "Switching TikTok LIVE off for 62 hours cost the 1,184 sellers of this market",
        money(1_234_567_890, 221_000_000),
        "of sales, net of what they sold through other channels",
        List.of("That is 9.8% (95% interval 8.0% to 11.5%) of what they would have sold."));
  }

  static KeyFigures keyFigures() {
    Measurement share =
        new Measurement(0.098, Optional.of(around(0.098, 0.0176)), new Scale.Percent());
    return new KeyFigures(
        List.of(
            KeyFigure.measured("Sales lost", money(1_234_567_890, 221_000_000)),
            KeyFigure.measured("Share of usual sales", share),
            KeyFigure.counted("Sellers", 1184, "412 of them sold through LIVE before"),
            KeyFigure.counted("Transactions", 1_048_312, "1 July to 30 September 2025")));
  }

  static EventStudy eventStudy(int periods, int before) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    List<Point> points = new ArrayList<>();
    for (int period = -before; period < periods - before; period++) {
      String label = day.format(LocalDate.of(2025, 8, 30).plusDays(period));
      double wobble = 9000 * Math.sin(2.3 * period);
      if (period == -1) {
        points.add(new Point(period, label, 0, Optional.empty(), Role.REFERENCE));
        continue;
      }
      boolean off = period >= 0 && period <= 3;
      double estimate = wobble + (off ? -210_000 : period > 3 ? 30_000.0 / period : 0);
      Optional<Interval> interval = Optional.of(around(estimate, 26_000 + 300 * Math.abs(period)));
      points.add(
          new Point(period, label, estimate, interval, off ? Role.SUSPENDED : Role.ORDINARY));
    }
    return new EventStudy(
        "Change in daily sales of a seller who made all sales through LIVE",
        MONEY,
        "days",
        points,
        Optional.of(new PreTrendTest("F(12, 1,183)", 0.92, 0.527)),
        "Each dot compares sellers who lived on LIVE with sellers of the same province who did not"
            + " use it, relative to the day before.");
  }

  static Losses losses() {
    List<Group> sizes =
        List.of(
            new Group("Mikro", 1012, money(812_000_000, 150_000_000), Optional.of(0.121)),
            new Group("Kecil", 142, money(331_000_000, 120_000_000), Optional.of(0.078)),
            new Group("Menengah", 30, money(91_000_000, 140_000_000), Optional.of(0.031)));
    List<Group> provinces =
        IntStream.range(0, PROVINCES.size() - 2)
            .mapToObj(
                index ->
                    new Group(
                        PROVINCES.get(index),
                        120 - 3 * index,
                        money(240_000_000.0 / (1 + index), 60_000_000.0 / Math.sqrt(1 + index)),
                        Optional.of(0.15 / (1 + index * 0.1))))
            .toList();
    return new Losses(
        List.of(
            new Breakdown("Size class", MONEY, sizes, List.of(), ""),
            new Breakdown(
                "Province",
                MONEY,
                provinces,
                PROVINCES.subList(PROVINCES.size() - 2, PROVINCES.size()),
                "fewer than 10 sellers stand behind the number")),
        "Each group's loss spreads the common effect by the exposure and baseline of its sellers.");
  }

  static Specifications specifications() {
    return new Specifications(
        List.of(
            line("main", "exposure event study", "mean over the suspension", -0.15377, 0.01516, 0),
            line("placebo, 30 July", "the same, 30 days earlier", "mean", 0.00526, 0.0142, 0.711),
            line(
                "all provinces alike", "two-way fixed effects", "exposure × off", -0.1204, 0.02, 0),
            new Line(
                "before and after",
                "difference of means",
                "off",
                -0.231,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                33_152,
                0,
                new Scale.Plain("log points"))));
  }

  private static Line line(
      String name, String method, String term, double estimate, double error, double pValue) {
    return new Line(
        name,
        method,
        term,
        estimate,
        OptionalDouble.of(error),
        Optional.of(around(estimate, 1.96 * error)),
        OptionalDouble.of(pValue),
        33_152,
        1184,
        new Scale.Plain("log points"));
  }

  static Assumption assumption() {
    return new Assumption(
        "Within a province, sellers who lived on LIVE and sellers who did not would have seen their"
            + " sales change alike, had LIVE stayed on. Unrest, payday and 9.9 then move both and"
            + " drop out of the comparison.",
        List.of(
            "Unrest that kept LIVE sellers, and not others, from working",
            "Buyers who moved from LIVE to a seller who counts as unexposed"));
  }
}
