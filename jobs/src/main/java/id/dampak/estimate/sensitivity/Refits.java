package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An estimate beside the same one without this or that part of the data.
 *
 * @param full on all data
 * @param refits without each part
 * @param untried parts that were not left out because there were too many
 */
public record Refits(Estimate full, List<Refit> refits, int untried) {

  public Refits {
    refits = List.copyOf(refits);
  }

  /** The smallest estimate of all, the full one among them. */
  public double lowest() {
    return Stream.concat(Stream.of(full), estimates())
        .mapToDouble(Estimate::estimate)
        .min()
        .orElse(Double.NaN);
  }

  /** The largest estimate of all, the full one among them. */
  public double highest() {
    return Stream.concat(Stream.of(full), estimates())
        .mapToDouble(Estimate::estimate)
        .max()
        .orElse(Double.NaN);
  }

  /** The part without which the estimate moves most; the first of several. */
  public Optional<Refit> mostInfluential() {
    return refits.stream()
        .filter(Refit::succeeded)
        .min(Comparator.comparingDouble((Refit refit) -> -moved(refit)));
  }

  /** Parts without which the estimator refused. */
  public List<Refit> refused() {
    return refits.stream().filter(refit -> !refit.succeeded()).toList();
  }

  private double moved(Refit refit) {
    return Math.abs(refit.estimate().estimate() - full.estimate());
  }

  private Stream<Estimate> estimates() {
    return refits.stream().filter(Refit::succeeded).map(Refit::estimate);
  }
}
