package id.dampak.estimate;

/** What becomes of observations that are alone in a level of a fixed effect. */
public enum Singletons {
  /** They stay: estimates do not change, N and the cluster counts do; a warning counts them. */
  KEEP,
  /** They go, again and again until none is left (Correia 2015); the drop is reported. */
  DROP
}
