package id.dampak.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money lost over suspended periods, from the coefficients of a Poisson event study of money: each
 * observation is what the suspension left of what would have been, so that
 *
 * <pre>L = Σ_{i, t∈E} y_it (exp(−β_k e_i) − 1)</pre>
 *
 * with the interval of the delta method, {@code ∂L/∂β_k = −Σ_i y_ik e_i exp(−β_k e_i)}. The {@link
 * Loss#baseline() baseline} is what would have been, {@code Σ y exp(−βe)}. With coefficients by
 * group each unit takes those of its own group. Observations that did not enter the fit because
 * they cannot be fitted are zero and add nothing.
 *
 * @param poisson the study that was fitted, its outcome money
 * @param periods relative periods that count as suspended
 * @param against relative periods whose mean coefficient stands for what would have been, as the
 *     reference alone is one noisy period: β_k less that mean takes the place of β_k
 */
public record LossFromPoisson(
    PoissonEventStudy poisson, List<Integer> periods, List<Integer> against) {

  public LossFromPoisson {
    periods = List.copyOf(periods);
    against = List.copyOf(against);
  }

  /** The loss of all units. */
  public Loss total(Fit fit, Panel panel) {
    return losses(fit, panel, Optional.empty()).get(0);
  }

  /** The loss of each group of units by a column of the panel, in order of the group's name. */
  public List<Loss> by(String column, Fit fit, Panel panel) {
    return losses(fit, panel, Optional.of(column));
  }

  private List<Loss> losses(Fit fit, Panel panel, Optional<String> by) {
    SuspendedRows suspended = new SuspendedRows(poisson.study(), periods, panel);
    Map<String, Double> coefficients = fit.coefficients();
    Map<String, SuspendedRows.Sums> groups =
        suspended.sums(
            by,
            (sums, row, k, exposure) -> {
              double money = panel.number(poisson.study().outcome(), row);
              if (money == 0 || exposure == 0) {
                sums.addBaseline(money);
                return;
              }
              double change = suspended.coefficient(coefficients, k, row);
              for (int normal : against) {
                change -= suspended.coefficient(coefficients, normal, row) / against.size();
              }
              double lost = money * Math.expm1(-change * exposure);
              double slope = exposure * (money + lost);
              sums.addBaseline(money + lost);
              sums.addLoss(lost);
              sums.addDerivative(k, -slope, row);
              for (int normal : against) {
                sums.addDerivative(normal, slope / against.size(), row);
              }
            });
    return SuspendedRows.losses(
        groups, fit, sums -> fit.function(SuspendedRows.TERM, sums.lost(), sums.gradient()));
  }
}
