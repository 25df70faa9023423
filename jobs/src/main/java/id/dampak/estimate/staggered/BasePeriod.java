package id.dampak.estimate.staggered;

/** The period with which a period is compared. */
public enum BasePeriod {
  /** Before treatment the period before; from then on the last period before treatment. */
  VARYING,
  /** Always the last period before treatment, whose own effect is 0 by definition. */
  UNIVERSAL
}
