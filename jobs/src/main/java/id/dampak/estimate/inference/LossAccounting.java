package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.OutcomeScale;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Optional;

/**
 * From a suspension to the money it cost, in four parts that add up:
 *
 * <pre>net = gross − displaced − recovered</pre>
 *
 * Gross is what the suspended channel lost while it was off, displaced what the other channels of
 * the same units gained meanwhile, recovered what all channels gained over a declared time after
 * the end. Each comes from one regression of long differences, with one row a unit:
 *
 * <pre>ΔY_i / s_i = λ_c(i) + θ e_i + ε_i,  weighted by s_i;  L = −θ Σ_i e_i s_i</pre>
 *
 * which in a balanced panel is the sum of the coefficients of {@link
 * id.dampak.estimate.ExposureEventStudy} less their mean before the event. Groups of a dimension
 * have slopes of their own. All intervals are from the same {@link PoissonClusterBootstrap Poisson
 * draws} of clusters; every draw solves the whole regression anew, cells included. Money has the
 * interval of t with one degree of freedom less than {@link LossAccount#effectiveClusters effective
 * clusters}, ratios that of quantiles. See {@code docs/methods/rupiah.md}.
 *
 * <p>Differs from a regression of each channel by itself: what unexposed units of a cell gain or
 * lose, λ, is expected of each channel in proportion to its usual share. Otherwise demand that
 * falls by a tenth everywhere would count as loss of the suspended channel and as displacement.
 *
 * @param changes columns of the changes, in money
 * @param exposure numeric column e ≥ 0: the usual share of the suspended channel
 * @param scale money, or shares of a baseline column s, which are weighted by it
 * @param cells columns whose cells c have changes λ of their own; none for one
 * @param cluster column of the clusters, or cells {@code a^b} of several
 * @param dimensions columns of groups that the loss is split by
 * @param draws number of draws, at least 999
 * @param seed of the draws
 * @param level confidence level of the intervals, in (0, 1)
 */
public record LossAccounting(
    Changes changes,
    String exposure,
    OutcomeScale scale,
    List<String> cells,
    String cluster,
    List<String> dimensions,
    int draws,
    long seed,
    double level) {

  public LossAccounting {
    cells = List.copyOf(cells);
    dimensions = List.copyOf(dimensions);
    if (draws < PoissonClusterBootstrap.FEWEST_DRAWS) {
      throw InferenceErrors.tooFewDraws(draws, PoissonClusterBootstrap.FEWEST_DRAWS);
    }
  }

  /**
   * Columns of money by unit: sales of some periods less those of as many usual ones.
   *
   * @param suspended change of the suspended channel while it was off; of all sales where channels
   *     are not known
   * @param elsewhere change of the other channels meanwhile
   * @param afterwards change of all channels over the time after the end
   */
  public record Changes(String suspended, Optional<String> elsewhere, String afterwards) {}

  /** In money, one cell, 999 draws, intervals of 95 %. */
  public static LossAccounting of(Changes changes, String exposure, String cluster, long seed) {
    return new LossAccounting(
        changes,
        exposure,
        new OutcomeScale.Levels(),
        List.of(),
        cluster,
        List.of(),
        PoissonClusterBootstrap.FEWEST_DRAWS,
        seed,
        0.95);
  }

  /** The same with changes as shares of a baseline, weighted by it. */
  public LossAccounting sharesOf(String baseline) {
    return new LossAccounting(
        changes,
        exposure,
        new OutcomeScale.ShareOf(baseline),
        cells,
        cluster,
        dimensions,
        draws,
        seed,
        level);
  }

  /** The same compared within the cells of these columns. */
  public LossAccounting within(List<String> columns) {
    return new LossAccounting(
        changes, exposure, scale, columns, cluster, dimensions, draws, seed, level);
  }

  /** The same split by the groups of each of these columns. */
  public LossAccounting by(List<String> columns) {
    return new LossAccounting(
        changes, exposure, scale, cells, cluster, columns, draws, seed, level);
  }

  /** The same with intervals of another level. */
  public LossAccounting withLevel(double other) {
    return new LossAccounting(
        changes, exposure, scale, cells, cluster, dimensions, draws, seed, other);
  }

  /**
   * The account of a panel with one row for each unit.
   *
   * @throws id.dampak.error.DampakException if exposure does not vary within any cell, is negative
   *     or infinite, or a column is missing
   */
  public LossAccount account(Panel units) {
    return LossAccount.of(this, AccountSample.of(this, units));
  }

  Channels channels() {
    return changes.elsewhere().isPresent() ? Channels.KNOWN : Channels.UNKNOWN;
  }
}
