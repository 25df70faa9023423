package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Optional;

/**
 * An estimate that should be 0 if the design is right: of an outcome that the event cannot touch,
 * or at a date on which nothing happened.
 *
 * @param name what it is, for tables
 * @param estimator the specification with that outcome or date
 * @param quantity the number that should be 0
 * @param only periods that enter, for dates: those before the event
 */
public record Placebo(String name, Estimator estimator, Quantity quantity, Optional<During> only) {

  /**
   * A restriction to some periods.
   *
   * @param time numeric column of periods
   * @param span the periods that enter
   */
  public record During(String time, Span span) {}

  /** An outcome that the event cannot touch, over all periods. */
  public static Placebo outcome(String name, Estimator estimator, Quantity quantity) {
    return new Placebo(name, estimator, quantity, Optional.empty());
  }

  /** A date on which nothing happened, from the periods of {@code span} alone. */
  public static Placebo date(
      String name, Estimator estimator, Quantity quantity, String time, Span span) {
    return new Placebo(name, estimator, quantity, Optional.of(new During(time, span)));
  }

  /** Its estimate. */
  public Refit fit(Panel panel) {
    Panel used =
        only.map(o -> panel.where(row -> o.span().holds(panel.number(o.time(), row))))
            .orElse(panel);
    return Refit.of(name, estimator, quantity, used);
  }

  /** The estimates of several, in their order. */
  public static List<Refit> fitAll(List<Placebo> placebos, Panel panel) {
    return placebos.stream().map(placebo -> placebo.fit(panel)).toList();
  }
}
