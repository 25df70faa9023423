package id.dampak.estimate.inference;

/** The parts of an account: net = gross − displaced − recovered. */
public enum LossPart {
  /** What the suspended channel lost while it was off; of all sales where it is not known. */
  GROSS,
  /** What the other channels of the same units gained meanwhile. */
  DISPLACED,
  /** What all channels gained over a time after the end; negative if sales stayed below. */
  RECOVERED,
  /** What is left. */
  NET;

  /** Its value, given what gross, displaced and recovered are. */
  double of(double gross, double displaced, double recovered) {
    return switch (this) {
      case GROSS -> gross;
      case DISPLACED -> displaced;
      case RECOVERED -> recovered;
      case NET -> gross - displaced - recovered;
    };
  }
}
