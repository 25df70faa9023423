package id.dampak.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Money lost over suspended periods, from the coefficients of an exposure event study:
 *
 * <pre>L = −Σ_{k∈E} β_k Σ_i e_i s_i</pre>
 *
 * where i runs over the units observed in period k and s_i is 1 where the outcome is money and the
 * unit's baseline where the outcome is a share of it. The interval is that of the linear
 * combination (delta method, exact here because L is linear in β). With heterogeneous coefficients
 * each unit takes those of its own group.
 *
 * @param study the study that was fitted
 * @param scale what one unit of the outcome is worth
 * @param periods relative periods that count as suspended
 * @param against relative periods whose mean is what would have been; the reference alone is one
 *     noisy period. With it the loss is {@code −Σ_{k∈E} (β_k − mean_{j∈against} β_j) Σ_i e_i s_i}
 */
public record LossFromExposure(
    ExposureEventStudy study, OutcomeScale scale, List<Integer> periods, List<Integer> against) {

  public LossFromExposure {
    periods = List.copyOf(periods);
    against = List.copyOf(against);
  }

  /** The loss of all units that entered. */
  public Loss total(Fit fit, Panel panel) {
    return losses(fit, panel, Optional.empty()).get(0);
  }

  /** The loss of each group of units by a column of the panel, in order of the group's name. */
  public List<Loss> by(String column, Fit fit, Panel panel) {
    return losses(fit, panel, Optional.of(column));
  }

  /**
   * The loss of all units that entered as weights of the terms: what a bootstrap of it, or any
   * other linear combination, needs.
   */
  public Map<String, Double> weights(Panel panel) {
    return weights(panel, Optional.empty()).values().stream().findFirst().orElse(Map.of());
  }

  /** The weights of the loss of each group of units by a column of the panel. */
  public Map<String, Map<String, Double>> weightsBy(String column, Panel panel) {
    return weights(panel, Optional.of(column));
  }

  private Map<String, Map<String, Double>> weights(Panel panel, Optional<String> by) {
    Map<String, Map<String, Double>> weights = new TreeMap<>();
    sums(panel, by).forEach((group, sums) -> weights.put(group, sums.gradient()));
    return weights;
  }

  private List<Loss> losses(Fit fit, Panel panel, Optional<String> by) {
    return SuspendedRows.losses(
        sums(panel, by), fit, sums -> fit.combination(SuspendedRows.TERM, sums.gradient()));
  }

  private Map<String, SuspendedRows.Sums> sums(Panel panel, Optional<String> by) {
    return new SuspendedRows(study, periods, panel)
        .sums(
            by,
            (sums, row, k, exposure) -> {
              double worth = worth(panel, row);
              double dose = exposure * worth;
              sums.addBaseline(scale instanceof OutcomeScale.ShareOf ? worth : Double.NaN);
              sums.addDerivative(k, -dose, row);
              for (int normal : against) {
                sums.addDerivative(normal, dose / against.size(), row);
              }
            });
  }

  private double worth(Panel panel, int row) {
    return scale instanceof OutcomeScale.ShareOf share ? panel.number(share.baseline(), row) : 1;
  }
}
