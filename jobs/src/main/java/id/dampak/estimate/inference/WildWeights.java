package id.dampak.estimate.inference;

/** What the residuals of a cluster are multiplied by in a wild bootstrap. */
public enum WildWeights {
  /** Rademacher with all 2^G draws up to 12 clusters, Webb beyond. */
  BY_CLUSTERS,
  /** ±1: every combination of signs once up to 12 clusters, seeded draws beyond. */
  RADEMACHER,
  /** ±√(1/2), ±1, ±√(3/2): seeded draws (Webb 2023, doi:10.1111/caje.12661). */
  WEBB
}
