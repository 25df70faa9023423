package id.dampak.estimate.staggered;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** From a panel to the fit of {@link CallawaySantAnna}. */
final class StaggeredFit {
  private static final int FEW = 5;

  private final CallawaySantAnna options;
  private final StaggeredSample sample;
  private final GroupTimes groupTimes;
  private final int[] units;
  private final int[] groups;
  private final int[] groupOfUnit;
  private final double[] shares;

  StaggeredFit(CallawaySantAnna options, Panel panel) {
    this.options = options;
    this.sample = StaggeredSample.of(options, panel);
    this.groupTimes = GroupTimes.of(options, sample);
    this.units = sample.units();
    this.groups = sample.groups().stream().mapToInt(g -> g).toArray();
    this.groupOfUnit =
        Arrays.stream(units)
            .map(unit -> Arrays.binarySearch(groups, sample.cohorts().start(unit)))
            .toArray();
    this.shares = new double[groups.length];
    Arrays.setAll(shares, g -> (double) size(g) / units.length);
  }

  Fit fit() {
    UnitClusters clusters =
        options
            .cluster()
            .map(by -> UnitClusters.of(by, codes(sample.cells().group(by))))
            .orElseGet(() -> UnitClusters.none(units.length));
    int effects = groupTimes.cells().size();
    Matrix ofArguments =
        new InfluenceFunctions(effects + groups.length, this::influence).covariance(clusters);
    int last = sample.cells().period(sample.periods() - 1);
    Map<String, Combination> terms =
        new Aggregation(groupTimes, sample.groups(), shares).terms(last, options.balance());
    Matrix covariance = transformed(ofArguments, List.copyOf(terms.values()));
    StudentT normal = new StudentT(Double.POSITIVE_INFINITY, options.level());
    List<Estimate> estimates = new ArrayList<>();
    terms.forEach(
        (name, term) -> {
          double variance = covariance.at(estimates.size(), estimates.size());
          double stdError = term.isEstimated() ? Math.sqrt(Math.max(0, variance)) : Double.NaN;
          estimates.add(normal.estimate(name, term.value(), stdError));
        });
    return new Fit(
        options,
        sample.observations(),
        clusters.described(),
        sample.dropped(),
        warnings(),
        estimates,
        covariance,
        Double.POSITIVE_INFINITY,
        options.level());
  }

  /** ψ of the effects ATT(g, t), and after them of the shares of the cohorts. */
  private double influence(int unit, int argument) {
    int share = argument - groupTimes.cells().size();
    if (share < 0) {
      return units.length * groupTimes.influence(units[unit], argument);
    }
    return (groupOfUnit[unit] == share ? 1 : 0) - shares[share];
  }

  /** The covariance of terms with these derivatives: L V L'. */
  private static Matrix transformed(Matrix v, List<Combination> terms) {
    double[] rows = new double[terms.size() * v.rows()];
    for (int k = 0; k < terms.size(); k++) {
      System.arraycopy(terms.get(k).gradient(), 0, rows, k * v.rows(), v.rows());
    }
    Matrix derivatives = Matrix.of(terms.size(), v.rows(), rows);
    Matrix product = derivatives.times(v).times(derivatives.transposed());
    // Rounding would leave it a little asymmetric.
    return product.plus(1, product.transposed()).times(0.5);
  }

  private int[] codes(int[] ofAll) {
    return Arrays.stream(units).map(unit -> ofAll[unit]).toArray();
  }

  private int size(int group) {
    return (int) Arrays.stream(groupOfUnit).filter(g -> g == group).count();
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(groupTimes.warnings());
    for (int g = 0; g < groups.length; g++) {
      if (size(g) < FEW + options.covariates().size()) {
        warnings.add(
            "cohort %d has %d units: standard errors of its effects are not to be relied on"
                .formatted(groups[g], size(g)));
      }
    }
    long gaps = Arrays.stream(units).filter(unit -> !sample.isComplete(unit)).count();
    if (gaps > 0) {
      warnings.add(
          "%d of %d units are not observed in every period: each effect is about those that are"
                  .formatted(gaps, units.length)
              + " in its two periods");
    }
    return warnings;
  }
}
