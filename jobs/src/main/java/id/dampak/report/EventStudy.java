package id.dampak.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The effect period by period, before, during and after the suspension.
 *
 * @param outcome what the vertical axis shows, for example {@code Change in daily sales per unit of
 *     exposure}
 * @param scale what the coefficients are measured in
 * @param period what one step of the horizontal axis is, in the plural, for example {@code days}
 * @param points one per period, the reference period among them; any order
 * @param preTrend joint test that all coefficients before the suspension are zero
 * @param note what a reader must know to read the plot; may be empty
 */
public record EventStudy(
    String outcome,
    Scale scale,
    String period,
    List<Point> points,
    Optional<PreTrendTest> preTrend,
    String note)
    implements Section, Charted {

  /** What a period is in the design. */
  public enum Role {
    /** The feature was on. */
    ORDINARY,
    /** Its coefficient is zero by construction; all others are relative to it. */
    REFERENCE,
    /** The feature was off in some part of it. */
    SUSPENDED;

    /** What the table says of the feature. */
    public String text() {
      return switch (this) {
        case ORDINARY -> "on";
        case REFERENCE -> "on (reference)";
        case SUSPENDED -> "off";
      };
    }
  }

  /**
   * One period.
   *
   * @param relativePeriod periods since the first suspended one, negative before it
   * @param label the calendar period, for example {@code 30 Aug 2025}
   * @param estimate its coefficient
   * @param interval the coefficient's interval; empty for the reference period
   * @param role what the period is in the design
   */
  public record Point(
      int relativePeriod, String label, double estimate, Optional<Interval> interval, Role role) {

    public Point {
      if (!Double.isFinite(estimate)) {
        throw new IllegalArgumentException(
            "coefficient " + estimate + " in period " + relativePeriod + ": leave the period out");
      }
    }
  }

  /**
   * A joint test of the coefficients before the suspension.
   *
   * @param name the statistic with its degrees of freedom, for example {@code F(13, 411)}
   * @param statistic its value
   * @param pValue its p value; NaN, like the statistic, where the test cannot be computed
   */
  public record PreTrendTest(String name, double statistic, double pValue) {
    private static final double CONVENTIONAL_LEVEL = 0.05;

    /** The test in words, without claiming that parallel trends are proved. */
    public String words() {
      if (Double.isNaN(statistic) || Double.isNaN(pValue)) {
        return "Whether the coefficients before the suspension differ jointly from zero cannot be"
            + " tested: their covariance has no inverse.";
      }
      String figures =
          name.replace(' ', '\u00a0')
              + "\u00a0=\u00a0"
              + DecimalText.exactly(2, statistic)
              + ", p\u00a0"
              + ProbabilityText.of(pValue);
      if (pValue < CONVENTIONAL_LEVEL) {
        return "Before the suspension the coefficients differ jointly from zero ("
            + figures
            + "): units of different exposure were already on different paths, and part of what"
            + " follows may continue them. Read the estimate with that in mind.";
      }
      return "Before the suspension the coefficients do not differ jointly from zero ("
          + figures
          + "): there is no sign that units of different exposure were on different paths. That"
          + " supports the design; it does not prove it.";
    }
  }

  public EventStudy {
    points =
        points.stream()
            .sorted((a, b) -> Integer.compare(a.relativePeriod(), b.relativePeriod()))
            .toList();
  }

  @Override
  public String anchor() {
    return "event-study";
  }

  @Override
  public String heading() {
    return "Before, during and after";
  }

  @Override
  public boolean isEmpty() {
    return points.isEmpty();
  }

  @Override
  public Chart chart() {
    return new EventStudyChart(this);
  }

  /** What the coefficients are counted in, for example {@code %}; may be empty. */
  public String unit() {
    return notation().unit();
  }

  /** The level of the intervals, for example {@code 95%}. */
  public String levelText() {
    return points.stream()
        .flatMap(point -> point.interval().stream())
        .map(Interval::levelText)
        .findFirst()
        .orElse("");
  }

  /** A coefficient as the table shows it. */
  public String estimateText(Point point) {
    return notation().bare().apply(point.estimate());
  }

  /** An interval as the table shows it. */
  public String intervalText(Point point) {
    return point
        .interval()
        .map(
            ends ->
                notation().bare().apply(ends.low()) + " to " + notation().bare().apply(ends.high()))
        .orElse(point.role() == Role.REFERENCE ? "reference" : "not defined");
  }

  Scale.Notation notation() {
    double largest = values().map(Math::abs).max().orElse(0);
    double spread =
        points.stream()
            .flatMap(point -> point.interval().stream())
            .mapToDouble(ends -> (ends.high() - ends.low()) / 4)
            .average()
            .orElse(0);
    return scale.notation(largest, spread);
  }

  DoubleStream values() {
    return points.stream()
        .flatMapToDouble(
            point ->
                DoubleStream.concat(
                    DoubleStream.of(point.estimate()),
                    point.interval().stream()
                        .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))));
  }
}
