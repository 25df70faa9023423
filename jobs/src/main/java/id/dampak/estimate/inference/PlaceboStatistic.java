package id.dampak.estimate.inference;

/** What placebos are compared by. */
public enum PlaceboStatistic {
  /** The mean coefficient over the periods of the event. */
  EFFECT,
  /** That divided by its standard error, which gives noisy placebos less weight. */
  T
}
