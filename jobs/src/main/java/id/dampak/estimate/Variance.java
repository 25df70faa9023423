package id.dampak.estimate;

import java.io.Serializable;
import java.util.List;

/** How the covariance of the estimates is estimated. */
public sealed interface Variance extends Serializable {

  /** Independent errors of one variance: {@code σ² (X'WX)⁻¹}, {@code σ² = Σwu²/(N − K)}. */
  record Iid() implements Variance {}

  /** Heteroskedasticity-robust with {@code N/(N − K)}; K counts every fixed effect. */
  record Hc1() implements Variance {}

  /**
   * Robust to dependence within clusters.
   *
   * @param by one or two columns ({@code a^b} for cells)
   * @param parameters what K counts
   * @param factor which G corrects
   */
  record Clustered(List<String> by, ParameterCount parameters, ClusterFactor factor)
      implements Variance {
    public Clustered {
      by = List.copyOf(by);
      if (by.isEmpty() || by.size() > 2) {
        throw new IllegalArgumentException("one or two cluster dimensions, not " + by.size());
      }
    }
  }

  /** Clustered by one or two columns with fixest's default small-sample factors. */
  static Variance clusteredBy(String... columns) {
    return new Clustered(List.of(columns), ParameterCount.NESTED, ClusterFactor.MIN);
  }
}
