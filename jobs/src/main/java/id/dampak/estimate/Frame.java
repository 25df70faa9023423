package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import id.dampak.linalg.Factor;
import java.util.List;

/** The observations that enter a regression, their weights and their fixed effects. */
final class Frame {
  private final Panel panel;
  private final Sample sample;
  private final int[] rows;
  private final double[] weights;
  private final List<Factor> effects;
  private final Absorber absorber;

  Frame(Model model, Panel panel, Sample sample) {
    this.panel = panel;
    this.sample = sample;
    this.rows = sample.rows();
    this.weights = sample.weights(model.weights(), rows);
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
