package id.dampak.estimate;

import id.dampak.linalg.CellSpread;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The observations of a sample as columns for a regression, or the cells that they were collapsed
 * into, one row for each.
 *
 * @param panel the panel
 * @param sample the observations that enter
 * @param weight column of weights
 * @param cells the cells, if observations were collapsed
 */
record SampleRows(Panel panel, Sample sample, Optional<String> weight, Optional<Cells> cells) {

  /** The observations as they are. */
  static SampleRows of(Panel panel, Sample sample, Optional<String> weight) {
    return new SampleRows(panel, sample, weight, Optional.empty());
  }

  /** The same collapsed into cells, if that is wanted. */
  SampleRows compressed(Question question, Variance variance, Compression wanted) {
    if (wanted == Compression.NEVER) {
      return this;
    }
    List<String> clusters =
        variance instanceof Variance.Clustered clustered ? clustered.by() : List.of();
    CellKeys keys =
        new CellKeys(
            sample.size(),
            question.columns().stream().map(sample::numbers).toArray(double[][]::new),
            Stream.concat(question.effects().stream(), clusters.stream())
                .distinct()
                .map(sample::codes)
                .toArray(int[][]::new));
    if (wanted == Compression.WHERE_IT_PAYS && !Cells.pay(keys)) {
      return this;
    }
    double[] weights = weight.map(sample::numbers).orElseGet(() -> new double[0]);
    Cells found = Cells.of(keys, sample.numbers(question.outcome()), weights);
    return new SampleRows(panel, sample, weight, Optional.of(found));
  }

  /** The regressors, then the outcome; for reading only. */
  double[][] columns(Question question) {
    Stream<double[]> regressors =
        question.columns().stream().map(term -> picked(sample.numbers(term)));
    double[] outcome =
        cells.map(Cells::outcome).orElseGet(() -> sample.numbers(question.outcome()));
    return Stream.concat(regressors, Stream.of(outcome)).toArray(double[][]::new);
  }

  /** Weights, unless all are 1; for reading only. */
  Optional<double[]> weights() {
    return cells.map(Cells::weights).or(() -> weight.map(sample::numbers));
  }

  /** Codes of an effect or of clusters; for reading only. */
  int[] codes(String effect) {
    int[] codes = sample.codes(effect);
    return cells
        .map(found -> Arrays.stream(found.first()).map(i -> codes[i]).toArray())
        .orElse(codes);
  }

  /** Number of codes of an effect, of which not all need occur. */
  int levels(String effect) {
    return sample.coded(effect).levels();
  }

  /** The levels of an effect with their labels. */
  LocalLevels labelled(String effect) {
    LocalLevels levels = LocalLevels.of(panel, sample, effect);
    return cells.map(found -> levels.at(found.first())).orElse(levels);
  }

  /** How the outcome varies within cells. */
  Optional<CellSpread> spread() {
    return cells.map(Cells::spread);
  }

  /** What entered. */
  Entered entered() {
    return new Entered(sample.size(), sample.dropped(), sample.warnings());
  }

  private double[] picked(double[] values) {
    return cells
        .map(found -> Arrays.stream(found.first()).mapToDouble(i -> values[i]).toArray())
        .orElse(values);
  }
}
