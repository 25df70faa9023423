package id.dampak.estimate;

/**
 * What per-cluster moments do with fixed effects that reach over more than one cluster, such as
 * period effects where clusters are units. Effects that are nested in the clusters are taken out
 * within each of them, which is the same however clusters are weighted.
 */
public enum CrossingEffects {
  /**
   * They are taken out once, from the whole sample. Clusters that are then weighted anew have them
   * from the sample as it was, which changes the variance of a coefficient by a part of order 1/G.
   */
  HELD,
  /**
   * Their dummies are carried beside the regressors, so that the moments are those of the whole
   * model: exact, at the cost of the square of their number for each cluster.
   */
  CARRIED
}
