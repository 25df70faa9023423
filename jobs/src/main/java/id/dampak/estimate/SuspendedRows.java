package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what the observations of suspended periods lost, by group. */
final class SuspendedRows {
  /** Name of a loss. */
  static final String TERM = "loss";

  private final ExposureEventStudy study;
  private final List<Integer> periods;
  private final Panel panel;

  SuspendedRows(ExposureEventStudy study, List<Integer> periods, Panel panel) {
    this.study = study;
    this.periods = periods;
    this.panel = panel;
  }

  /** What one observation brings to the sums of its group. */
  interface Contribution {
    /**
     * Adds it.
     *
     * @param row of the panel
     * @param k the relative period whose coefficient applies
     */
    void add(Sums sums, int row, int k, double exposure);
  }

  /** The sums of a group. */
  final class Sums {
    private final Set<Integer> units = new HashSet<>();
    private final Map<String, Double> gradient = new TreeMap<>();
    private double baseline;
    private double lost;

    /** Adds what the observation would have had. */
    void addBaseline(double wouldHave) {
      baseline += wouldHave;
    }

    /** Adds what the observation lost at the estimates, where that is not linear in them. */
    void addLoss(double loss) {
      lost += loss;
    }

    /**
     * Adds the derivative of the loss by the coefficient of period {@code k} that applies to the
     * row. That of the reference is 0, and a unit without exposure has no part in the others.
     */
    void addDerivative(int k, double derivative, int row) {
      if (k != study.reference() && derivative != 0) {
        gradient.merge(study.termOf(k, panel, row), derivative, Double::sum);
      }
    }

    double lost() {
      return lost;
    }

    /** Derivatives of the loss by the terms that it depends on; for reading only. */
    Map<String, Double> gradient() {
      return Collections.unmodifiableMap(gradient);
    }

    /** Some coefficient of the group may be collinear: too few of its units differ in exposure. */
    private boolean isEstimable(Fit fit) {
      return gradient.keySet().stream().allMatch(fit::has);
    }
  }

  /** The sums of each group, in order of the group's name. */
  Map<String, Sums> sums(Optional<String> by, Contribution contribution) {
    int[] rows = study.sample(panel).rows();
    int[] units = panel.coded(study.unit()).at(rows).toCodes();
    double[] time = Terms.values(panel, study.time(), rows);
    double[] exposure = Terms.values(panel, study.exposure(), rows);
    Map<String, Sums> groups = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      if (periods.contains((int) time[i] - study.eventPeriod())) {
        int row = rows[i];
        String group = by.map(column -> panel.label(column, row)).orElse(EventPath.ALL);
        Sums sums = groups.computeIfAbsent(group, name -> new Sums());
        sums.units.add(units[i]);
        contribution.add(sums, row, study.coefficientPeriod(time[i]), exposure[i]);
      }
    }
    return groups;
  }

  /** The losses of the groups: {@code lossOf} their sums, or NaN where they are not estimable. */
  static List<Loss> losses(Map<String, Sums> groups, Fit fit, Function<Sums, Estimate> lossOf) {
    double none = Double.NaN;
    List<Loss> losses = new ArrayList<>();
    groups.forEach(
        (name, sums) -> {
          Estimate loss =
              sums.isEstimable(fit)
                  ? lossOf.apply(sums)
                  : new Estimate(TERM, none, none, none, none, none);
          losses.add(new Loss(name, sums.units.size(), sums.baseline, loss));
        });
    return List.copyOf(losses);
  }

  /** The coefficient of period {@code k} that applies to the row; 0 for the reference. */
  double coefficient(Map<String, Double> coefficients, int k, int row) {
    return k == study.reference()
        ? 0
        : coefficients.getOrDefault(study.termOf(k, panel, row), Double.NaN);
  }
}
