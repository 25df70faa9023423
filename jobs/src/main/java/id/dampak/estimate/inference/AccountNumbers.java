package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountSlopes.POINT;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.StudentT;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Puts intervals on what is computed in every draw.
 *
 * @param draws how many there are
 * @param level of the intervals
 * @param channels whether displacement can be told
 */
record AccountNumbers(int draws, double level, Channels channels) {
  /** Fewer equal clusters than these carry no interval. */
  static final double FEWEST_EFFECTIVE = 10;

  private static final String DIVERT = "divert ratio";
  private static final double[] NONE = {};

  /** A part of a loss in a draw, or in the sample. */
  interface Parts {
    double of(int draw, LossPart part);
  }

  /**
   * The parts with their intervals.
   *
   * @param carriers equal clusters that carry them
   */
  AccountLine line(String group, double units, double carriers, Parts parts) {
    Estimate gross = money(carriers, parts, LossPart.GROSS);
    boolean known = channels == Channels.KNOWN;
    return new AccountLine(
        group,
        units,
        gross,
        known ? Optional.of(money(carriers, parts, LossPart.DISPLACED)) : Optional.empty(),
        money(carriers, parts, LossPart.RECOVERED),
        money(carriers, parts, LossPart.NET),
        known ? divertRatio(gross, parts) : Optional.empty());
  }

  private Estimate money(double carriers, Parts parts, LossPart part) {
    return number(part.name().toLowerCase(Locale.ROOT), carriers, draw -> parts.of(draw, part));
  }

  /** A ratio says nothing where its denominator may be nothing. */
  private Optional<Estimate> divertRatio(Estimate gross, Parts parts) {
    IntToDoubleFunction ratio =
        draw -> parts.of(draw, LossPart.DISPLACED) / parts.of(draw, LossPart.GROSS);
    double point = ratio.applyAsDouble(POINT);
    if (!Double.isFinite(point)) {
      return Optional.empty();
    }
    boolean told = gross.confLow() > 0 || gross.confHigh() < 0;
    double[] values = told ? values(ratio) : NONE;
    return Optional.of(
        values.length < 2
            ? untold(DIVERT, point)
            : BootstrapEstimate.of(DIVERT, point, values, level).percentile());
  }

  /** A number with the interval of its draws. */
  Estimate number(String name, double carriers, IntToDoubleFunction value) {
    double point = value.applyAsDouble(POINT);
    double[] values = carriers < FEWEST_EFFECTIVE ? NONE : values(value);
    if (values.length < 2 || Double.isNaN(point)) {
      return untold(name, point);
    }
    double stdError = BootstrapEstimate.of(name, point, values, level).normal().stdError();
    return new StudentT(carriers - 1, level).estimate(name, point, stdError);
  }

  private static Estimate untold(String name, double point) {
    double none = Double.NaN;
    return new Estimate(name, point, none, none, none, none);
  }

  /** The values in the draws that have one; none where too many have not. */
  private double[] values(IntToDoubleFunction value) {
    double[] values =
        IntStream.range(0, draws).mapToDouble(value).filter(Double::isFinite).toArray();
    boolean lost = values.length < (1 - PoissonClusterBootstrap.MOST_LOST) * draws;
    return lost ? NONE : values;
  }
}
