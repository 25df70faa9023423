package id.dampak.text;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import id.dampak.contract.Content;
import id.dampak.contract.Field;
import id.dampak.error.TextErrors;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Trains the classifier of incitement and says how good it is.
 *
 * <p>Texts of one family are variations of one another, so that a family stays on one side of every
 * split. Five models, each trained without a fifth of the families, score that fifth; from these
 * out-of-fold margins come calibration, thresholds and measures. The model itself learns from all.
 */
public final class Training {
  /** The evaluation by cross-validation against level 4. */
  public static final String OUT_OF_FOLD = "own corpus, out of fold, level 4";

  /** The same scores against levels 3 and 4. */
  public static final String OUT_OF_FOLD_WIDE = "own corpus, out of fold, level 3 or 4";

  private static final int INCITES = 4;
  private static final int GLORIFIES = 3;

  private static final Field LABEL =
      new Field("label", DataTypes.DoubleType, false, "1 where the text incites, else 0");
  private static final Field FOLD =
      new Field("fold", DataTypes.LongType, false, "The part of the split, from 0");

  private Training() {}

  /**
   * Trains on labelled texts.
   *
   * @param silverContent rows of {@link Content#TABLE}
   * @param seed of the split into folds; the same seed gives the same model and the same measures
   */
  public static TrainedModel fit(Dataset<Row> silverContent, long seed) {
    return fit(silverContent, seed, Effort.USUAL);
  }

  static TrainedModel fit(Dataset<Row> silverContent, long seed, Effort effort) {
    Dataset<Row> examples =
        silverContent
            .select(
                Content.CONTENT_ID.col(),
                Content.TEXT.col(),
                Content.LEVEL.col(),
                Content.REGISTER.col(),
                LABEL.from(Content.LEVEL.col().equalTo(INCITES)),
                FOLD.from(pmod(xxhash64(lit(seed), Content.FAMILY.col()), lit(effort.folds()))))
            .coalesce(1)
            .sortWithinPartitions(Content.CONTENT_ID.col());
    Dataset<Row> listed = FeaturePipeline.withPresence(examples).persist();
    try {
      return fit(listed, listed.select(Content.TEXT.col(), LABEL.col()), effort);
    } finally {
      listed.unpersist();
    }
  }

  private static TrainedModel fit(Dataset<Row> listed, Dataset<Row> examples, Effort effort) {
    List<Row> labels = listed.select(LABEL.col(), FOLD.col()).collectAsList();
    OutOfFold outOfFold = outOfFold(listed, labels, effort);
    PipelineModel fitted = FeaturePipeline.whole(labels.size(), LABEL.name(), effort).fit(examples);
    boolean[] inciting = outOfFold.atLeast(INCITES);
    double[] scores = outOfFold.calibratedScores(inciting);
    TextModel model =
        new TextModel(
            FeaturePipeline.regression(fitted).intercept(),
            Platt.fit(outOfFold.margins(), inciting),
            Thresholds.choose(inciting, scores),
            FeaturePipeline.weights(fitted));
    double threshold = model.thresholds().atFivePercent();
    List<Metric> metrics = new ArrayList<>();
    metrics.addAll(
        Evaluation.beside(model.id(), threshold, OUT_OF_FOLD, outOfFold.scored(inciting, scores)));
    metrics.addAll(
        Evaluation.beside(
            model.id(),
            threshold,
            OUT_OF_FOLD_WIDE,
            outOfFold.scored(outOfFold.atLeast(GLORIFIES), scores)));
    return new TrainedModel(model, fitted, metrics);
  }

  private static OutOfFold outOfFold(Dataset<Row> listed, List<Row> labels, Effort effort) {
    List<OutOfFold.Held> held = new ArrayList<>();
    for (long fold = 0; fold < effort.folds(); fold++) {
      long texts = textsOutside(fold, labels);
      PipelineModel fitted =
          FeaturePipeline.afterPresence(texts, LABEL.name(), effort)
              .fit(listed.where(FOLD.col().notEqual(fold)));
      fitted
          .transform(listed.where(FOLD.col().equalTo(fold)))
          .toLocalIterator()
          .forEachRemaining(row -> held.add(held(row)));
    }
    return new OutOfFold(held);
  }

  /**
   * How many texts a fold's model learns from; there must be some that incite and some that do not.
   */
  private static long textsOutside(long fold, List<Row> labels) {
    List<Row> outside =
        labels.stream().filter(row -> row.<Long>getAs(FOLD.name()) != fold).toList();
    long positives = outside.stream().filter(row -> row.<Double>getAs(LABEL.name()) > 0).count();
    if (positives == 0 || positives == outside.size()) {
      throw TextErrors.nothingToLearn(outside.size(), positives);
    }
    return outside.size();
  }

  private static OutOfFold.Held held(Row row) {
    Vector margins = row.getAs(FeaturePipeline.MARGINS);
    int register = row.fieldIndex(Content.REGISTER.name());
    return new OutOfFold.Held(
        row.<Long>getAs(FOLD.name()),
        row.<Integer>getAs(Content.LEVEL.name()),
        row.isNullAt(register) ? "unknown" : row.getString(register),
        row.getAs(Content.TEXT.name()),
        margins.apply(1));
  }
}
