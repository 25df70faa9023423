package id.dampak.estimate.reversible;

/** Whether the terms that an average consists of are reported too. */
public enum PeriodDetail {
  /** The averages only. */
  POOLED,
  /** The averages and DID_{+,t} and DID_{−,t} of every period. */
  BY_PERIOD
}
