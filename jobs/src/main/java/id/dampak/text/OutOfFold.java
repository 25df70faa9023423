package id.dampak.text;

import id.dampak.text.Evaluation.Scored;
import java.util.List;

/**
 * Margins that each text got from a model which had not seen its family.
 *
 * @param held one entry a text
 */
record OutOfFold(List<Held> held) {

  /** A text, held out of training while it was scored. */
  record Held(long fold, int level, String register, String text, double margin) {}

  OutOfFold {
    held = List.copyOf(held);
  }

  double[] margins() {
    return held.stream().mapToDouble(Held::margin).toArray();
  }

  boolean[] atLeast(int level) {
    boolean[] positive = new boolean[held.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = held.get(i).level() >= level;
    }
    return positive;
  }

  /**
   * Cross-fitted probabilities: a fold's margins are calibrated by what the other folds teach, so
   * that no text's own label speaks for its probability.
   */
  double[] calibratedScores(boolean[] positive) {
    double[] margins = margins();
    double[] scores = new double[margins.length];
    for (long fold : held.stream().mapToLong(Held::fold).distinct().toArray()) {
      Platt platt = calibrationWithout(fold, margins, positive);
      for (int i = 0; i < scores.length; i++) {
        if (held.get(i).fold() == fold) {
          scores[i] = Platt.sigmoid(platt.apply(margins[i]));
        }
      }
    }
    return scores;
  }

  /** The texts with their scores, sliced by level and by register. */
  List<Scored> scored(boolean[] positive, double[] scores) {
    Scored[] scored = new Scored[scores.length];
    for (int i = 0; i < scored.length; i++) {
      Held text = held.get(i);
      List<String> slices = List.of("level " + text.level(), "register " + text.register());
      scored[i] = new Scored(text.text(), positive[i], slices, scores[i]);
    }
    return List.of(scored);
  }

  private Platt calibrationWithout(long fold, double[] margins, boolean[] positive) {
    int others = (int) held.stream().filter(text -> text.fold() != fold).count();
    double[] otherMargins = new double[others];
    boolean[] otherPositive = new boolean[others];
    int k = 0;
    for (int i = 0; i < margins.length; i++) {
      if (held.get(i).fold() != fold) {
        otherMargins[k] = margins[i];
        otherPositive[k] = positive[i];
        k++;
      }
    }
    return Platt.fit(otherMargins, otherPositive);
  }
}
