package id.dampak.method;

import id.dampak.estimate.Clusters;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.EventPeriod;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Loss;
import id.dampak.study.Specification;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one specification.
 *
 * @param specification what was asked
 * @param fit the fit that answers it
 * @param estimates the terms to publish
 * @param unitOfMeasure what they are measured in
 * @param path coefficients by period; empty for methods without a path
 * @param losses money lost by group; empty where the outcome is not money
 * @param dropped what did not enter
 */
public record Analysis(
    Specification specification,
    Fit fit,
    List<Estimate> estimates,
    String unitOfMeasure,
    List<PathPoint> path,
    List<GroupLoss> losses,
    List<Dropped> dropped) {
  /** Term of the joint test that nothing moved before the event. */
  public static final String PRE_TREND = "pre-trend (joint F)";

  /** Term of the effect of full exposure on all suspended periods together. */
  public static final String SUM = "sum over the suspended periods";

  /** Term of that effect a period. */
  public static final String MEAN = "mean over the suspended periods";

  /** The dimension, and the group, of the loss of all units. */
  public static final String TOTAL = "total";

  /** Canonical constructor; copies the lists. */
  public Analysis {
    estimates = List.copyOf(estimates);
    path = List.copyOf(path);
    losses = List.copyOf(losses);
    dropped = List.copyOf(dropped);
  }

  /**
   * A coefficient at a date.
   *
   * @param start start of the period, on the wall clock
   * @param suspended whether the feature was off in some part of it
   */
  public record PathPoint(EventPeriod coefficient, LocalDateTime start, boolean suspended) {}

  /**
   * A loss within a dimension.
   *
   * @param dimension total, or the column of the groups
   */
  public record GroupLoss(String dimension, Loss loss) {}

  /** Clusters of the first dimension; 0 without clustering. */
  public long clusters() {
    return fit.clusters().stream().mapToInt(Clusters::count).findFirst().orElse(0);
  }

  /** What a reader of the progress should see. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (Estimate estimate : estimates) {
      lines.add(
          "%s, %s: %.5f (%s), n = %,d, clusters = %,d"
              .formatted(
                  specification.name(),
                  estimate.term(),
                  estimate.estimate(),
                  precision(estimate),
                  fit.observations(),
                  clusters()));
    }
    dropped.forEach(
        drop ->
            lines.add(
                "%s left out %,d: %s".formatted(specification.name(), drop.rows(), drop.reason())));
    fit.warnings().forEach(warning -> lines.add(specification.name() + ": " + warning));
    return lines;
  }

  /** The standard error as papers print it; a test statistic has a p-value in its place. */
  private static String precision(Estimate estimate) {
    return Double.isNaN(estimate.stdError())
        ? "p = %.3f".formatted(estimate.pValue())
        : "%.5f".formatted(estimate.stdError());
  }
}
