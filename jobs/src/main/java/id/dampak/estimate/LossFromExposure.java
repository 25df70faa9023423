package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    return exposed(panel, Optional.empty()).values().stream()
        .findFirst()
        .map(Exposed::weights)
        .orElse(Map.of());
  }

  /** The weights of the loss of each group of units by a column of the panel. */
  public Map<String, Map<String, Double>> weightsBy(String column, Panel panel) {
    Map<String, Map<String, Double>> weights = new TreeMap<>();
    exposed(panel, Optional.of(column))
        .forEach((group, exposed) -> weights.put(group, exposed.weights()));
    return weights;
  }

  private List<Loss> losses(Fit fit, Panel panel, Optional<String> by) {
    List<Loss> losses = new ArrayList<>();
    exposed(panel, by).forEach((name, exposed) -> losses.add(exposed.loss(name, fit, scale)));
    return List.copyOf(losses);
  }

  private Map<String, Exposed> exposed(Panel panel, Optional<String> by) {
    int[] rows = study.sample(panel).rows();
    int[] units = panel.coded(study.unit()).at(rows).toCodes();
    double[] time = Terms.values(panel, study.time(), rows);
    double[] exposure = Terms.values(panel, study.exposure(), rows);
    Map<String, Exposed> groups = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      int k = study.coefficientPeriod(time[i]);
      if (!periods.contains((int) time[i] - study.eventPeriod())) {
        continue;
      }
      int row = rows[i];
      String group = by.map(column -> panel.label(column, row)).orElse(EventPath.ALL);
      double worth = worth(panel, row);
      Exposed exposed = groups.computeIfAbsent(group, name -> new Exposed(study, panel));
      exposed.units.add(units[i]);
      exposed.baseline += worth;
      exposed.add(k, -exposure[i] * worth, row);
      for (int normal : against) {
        exposed.add(normal, exposure[i] * worth / against.size(), row);
      }
    }
    return groups;
  }

  private double worth(Panel panel, int row) {
    return scale instanceof OutcomeScale.ShareOf share ? panel.number(share.baseline(), row) : 1;
  }

  /** What a group brings to the sums. */
  private static final class Exposed {
    private static final String TERM = "loss";

    private final ExposureEventStudy study;
    private final Panel panel;

    private final Set<Integer> units = new HashSet<>();
    private final Map<String, Double> doses = new TreeMap<>();
    private double baseline;

    private Exposed(ExposureEventStudy study, Panel panel) {
      this.study = study;
      this.panel = panel;
    }

    /**
     * The coefficient of the reference is 0, and a unit without exposure has no part in the others.
     */
    private void add(int k, double dose, int row) {
      if (k != study.reference() && dose != 0) {
        doses.merge(study.termOf(k, panel, row), dose, Double::sum);
      }
    }

    private Map<String, Double> weights() {
      return Collections.unmodifiableMap(new TreeMap<>(doses));
    }

    private Loss loss(String name, Fit fit, OutcomeScale scale) {
      double amount = scale instanceof OutcomeScale.ShareOf ? baseline : Double.NaN;
      boolean estimable = doses.keySet().stream().allMatch(fit::has);
      return new Loss(
          name, units.size(), amount, estimable ? fit.combination(TERM, doses) : notEstimable());
    }

    /** Some coefficient of the group was collinear: too few of its units differ in exposure. */
    private static Estimate notEstimable() {
      return new Estimate(TERM, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
  }
}
