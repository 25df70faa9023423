package id.dampak.job;

import id.dampak.estimate.inference.PowerCurve;

/**
 * What one design of a study could detect.
 *
 * @param design the design
 * @param basis what the curve rests on
 * @param placebos dates on which the study could be estimated
 * @param curve power by loss, in the coefficient
 * @param scale the loss as a share of sales
 */
public record PowerRow(
    Design design, Basis basis, int placebos, PowerCurve curve, LossShare scale) {

  /** What a power rests on. */
  public enum Basis {
    /** A randomisation test over placebo suspensions before the event. */
    PLACEBO_DATES,
    /** The standard error of the specification, by formula (Bloom 1995). */
    STANDARD_ERROR,
    /** The row of all units, by the square root of their number. */
    EXTRAPOLATED
  }

  /**
   * A design.
   *
   * @param unitMultiple units as a multiple of those in the data
   * @param units units
   * @param periods length of the suspension in periods
   * @param exposureMultiple exposure as a multiple of that in the data
   * @param exposedShare mean exposure, weighted by sales
   */
  public record Design(
      double unitMultiple, long units, int periods, double exposureMultiple, double exposedShare) {

    Design withUnits(double multiple, long number) {
      return new Design(multiple, number, periods, exposureMultiple, exposedShare);
    }

    Design lasting(int length) {
      return new Design(unitMultiple, units, length, exposureMultiple, exposedShare);
    }

    Design exposed(double multiple) {
      return new Design(
          unitMultiple, units, periods, exposureMultiple * multiple, exposedShare * multiple);
    }
  }

  /** The smallest loss that is detected with this probability, in the coefficient. */
  public double coefficient(double power) {
    return curve.detectable(power);
  }

  /** The same as a share of the sales that a unit can lose; above 1 it cannot occur. */
  public double share(double power) {
    return scale.of(coefficient(power));
  }

  /** The row of another design in which all that moves the estimate is {@code factor} times. */
  PowerRow scaled(double factor, Basis other, Design otherDesign) {
    return new PowerRow(otherDesign, other, placebos, curve.scaled(factor), scale);
  }
}
