package id.dampak.estimate;

/**
 * Units whose exposure lies in {@code (above, upTo]}.
 *
 * @param above lower end, exclusive
 * @param upTo upper end, inclusive; infinite for the last bin
 * @param units units that entered
 * @param meanDose their mean exposure, to set an effect beside that of the linear dose
 */
public record DoseBin(double above, double upTo, int units, double meanDose) {

  /** How the bin is called in terms: {@code (0.25, 0.5]}. */
  public String label() {
    return Double.isInfinite(upTo) ? "(" + above + ", )" : "(" + above + ", " + upTo + "]";
  }
}
