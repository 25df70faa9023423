package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an estimate again without the periods of each span: a hole around the event, where
 * announcements and stockpiling blur what is before and after. The estimator must be able to do
 * without these periods: a reference period in the hole is refused.
 *
 * @param estimator what is fitted
 * @param quantity the number that is watched
 * @param time numeric column of periods
 * @param holes spans of time, each left out in turn
 */
public record Donut(Estimator estimator, Quantity quantity, String time, List<Span> holes) {

  public Donut {
    holes = List.copyOf(holes);
  }

  /**
   * Fits on all of the panel and without each hole.
   *
   * @throws id.dampak.error.DampakException if all of the panel does not allow the estimate
   */
  public Refits fit(Panel panel) {
    List<Refit> refits = new ArrayList<>();
    for (Span hole : holes) {
      Panel rest = panel.where(row -> !hole.holds(panel.number(time, row)));
      refits.add(Refit.of(hole.toString(), estimator, quantity, rest));
    }
    return new Refits(quantity.in(estimator.fit(panel)), refits, 0);
  }
}
