package id.dampak.estimate.staggered;

import id.dampak.estimate.Fit;
import java.util.Arrays;
import java.util.List;

/**
 * A two-way fixed-effects coefficient taken apart.
 *
 * @param regression the regression with the coefficient
 * @param comparisons every 2×2 comparison, by type, treated cohort and control cohort
 */
public record Decomposition(Fit regression, List<TwoByTwo> comparisons) {

  public Decomposition {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * The comparisons of one type together.
   *
   * @param type which
   * @param comparisons how many
   * @param weight sum of their weights
   * @param estimate their mean, weighted
   */
  public record Total(ComparisonType type, int comparisons, double weight, double estimate) {}

  /** {@code Σ weight · estimate}, which is the coefficient of the regression. */
  public double coefficient() {
    return comparisons.stream().mapToDouble(c -> c.weight() * c.estimate()).sum();
  }

  /** Sum of the weights of comparisons with units that are treated already. */
  public double forbiddenWeight() {
    return comparisons.stream()
        .filter(c -> c.type().isForbidden())
        .mapToDouble(TwoByTwo::weight)
        .sum();
  }

  /** Totals of the types that occur. */
  public List<Total> byType() {
    return Arrays.stream(ComparisonType.values())
        .filter(type -> comparisons.stream().anyMatch(c -> c.type() == type))
        .map(this::total)
        .toList();
  }

  private Total total(ComparisonType type) {
    List<TwoByTwo> of = comparisons.stream().filter(c -> c.type() == type).toList();
    double weight = of.stream().mapToDouble(TwoByTwo::weight).sum();
    double sum = of.stream().mapToDouble(c -> c.weight() * c.estimate()).sum();
    return new Total(type, of.size(), weight, sum / weight);
  }
}
