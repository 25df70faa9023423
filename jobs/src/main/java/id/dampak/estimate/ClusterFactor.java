package id.dampak.estimate;

/** Which G the factor {@code G/(G − 1)} of clustered variances takes. */
public enum ClusterFactor {
  /** The smallest of the dimensions, for every term of a two-way variance: fixest's default. */
  MIN,
  /**
   * Each term of a two-way variance its own: Cameron, Gelbach and Miller (2011), Petersen (2009).
   */
  CONVENTIONAL,
  /** No factor: with {@link ParameterCount#OFF} this is CR0. */
  OFF
}
