package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import id.dampak.linalg.CellSpread;
import id.dampak.linalg.Factor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The observations that enter a regression, their weights and their fixed effects. Where they were
 * collapsed into cells, a row stands for all observations of one.
 */
final class Frame {
  private final Panel panel;
  private final Sample sample;
  private final Optional<Cells> cells;
  private final int[] rows;
  private final double[] weights;
  private final List<Factor> effects;
  private final Absorber absorber;

  Frame(Model model, Panel panel, Sample sample) {
    this(model, panel, sample, Optional.empty());
  }

  Frame(Model model, Panel panel, Sample sample, Optional<Cells> cells) {
    this.panel = panel;
    this.sample = sample;
    this.cells = cells;
    int[] all = sample.rows();
    this.rows =
        cells.map(found -> IntStream.of(found.first()).map(i -> all[i]).toArray()).orElse(all);
    this.weights = cells.map(Cells::weights).orElseGet(() -> sample.weights(model.weights(), rows));
    this.effects = model.fixedEffects().stream().map(this::factor).toList();
    this.absorber = Absorber.of(effects, weights);
  }

  Panel panel() {
    return panel;
  }

  Sample sample() {
    return sample;
  }

  /** Rows of the panel; the array itself, for reading only. */
  int[] rows() {
    return rows;
  }

  /** Number of observations, which may be more than rows. */
  int observations() {
    return cells.map(Cells::observations).orElse(rows.length);
  }

  /** How the outcome varies among the observations that rows stand for, if they do. */
  Optional<CellSpread> spread() {
    return cells.map(Cells::spread);
  }

  /** The outcome, of cells its mean; a new array. */
  double[] outcome(String column) {
    return cells.map(Cells::outcome).orElseGet(() -> values(column));
  }

  /** The array itself, for reading only. */
  double[] weights() {
    return weights;
  }

  List<Factor> effects() {
    return effects;
  }

  /** Takes the effects out at {@link #weights()}. */
  Absorber absorber() {
    return absorber;
  }

  /** The values of a column or product. */
  double[] values(String term) {
    return Terms.values(panel, term, rows);
  }

  /** The categories of a column or of cells {@code a^b}. */
  Factor factor(String effect) {
    return sample.coded(effect).at(rows);
  }
}
