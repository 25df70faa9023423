package id.dampak.text;

import id.dampak.text.TextModel.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.feature.IDFModel;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The stages from a text to its margin: for each {@link Block} presence → binary counts → idf →
 * length one, then the blocks side by side into a logistic regression with an L2 penalty.
 */
final class FeaturePipeline {
  /** Inverse strength of the penalty, as in LIBLINEAR: the penalty is 1/(C·n) a text. */
  private static final double C = 10;

  private static final int LEAST_TEXTS_A_FEATURE = 2;

  private static final String REGRESSION = "regression";

  /** In the order in which the blocks stand side by side. */
  private static final List<Presence> PRESENCES =
      List.of(new WordPresence(), new CharacterPresence());

  /** The column of both classes' margins. */
  static final String MARGINS = "margins";

  private static final String ASSEMBLED = "features";

  private FeaturePipeline() {}

  /** All stages, from a text to its margins. */
  static Pipeline whole(long texts, String label, Effort effort) {
    List<PipelineStage> stages = new ArrayList<>(PRESENCES);
    stages.addAll(learning(texts, label, effort));
    return pipeline(stages);
  }

  /** The stages that learn; they need what {@link #withPresence} adds. */
  static Pipeline afterPresence(long texts, String label, Effort effort) {
    return pipeline(learning(texts, label, effort));
  }

  /** The texts with the features present in each, which no stage has to learn. */
  static Dataset<Row> withPresence(Dataset<Row> texts) {
    Dataset<Row> listed = texts;
    for (Presence presence : PRESENCES) {
      listed = presence.transform(listed);
    }
    return listed;
  }

  private static Pipeline pipeline(List<PipelineStage> stages) {
    return new Pipeline("provocative").setStages(stages.toArray(PipelineStage[]::new));
  }

  private static List<PipelineStage> learning(long texts, String label, Effort effort) {
    List<PipelineStage> stages = new ArrayList<>();
    List<String> scaled = new ArrayList<>();
    for (Presence presence : PRESENCES) {
      Block block = presence.block();
      String unit = block.name() + "_unit";
      stages.add(
          new CountVectorizer(counts(block))
              .setInputCol(presence.outputColumn())
              .setOutputCol(counts(block))
              .setMinDF(LEAST_TEXTS_A_FEATURE)
              .setBinary(true));
      stages.add(new IDF(idf(block)).setInputCol(counts(block)).setOutputCol(idf(block)));
      stages.add(new Normalizer(unit).setInputCol(idf(block)).setOutputCol(unit));
      scaled.add(unit);
    }
    stages.add(
        new VectorAssembler(ASSEMBLED)
            .setInputCols(scaled.toArray(String[]::new))
            .setOutputCol(ASSEMBLED));
    stages.add(
        new LogisticRegression(REGRESSION)
            .setFeaturesCol(ASSEMBLED)
            .setLabelCol(label)
            .setRawPredictionCol(MARGINS)
            .setRegParam(1 / (C * texts))
            .setStandardization(false)
            .setMaxIter(effort.steps()));
    return stages;
  }

  /** The regression of a fitted pipeline. */
  static LogisticRegressionModel regression(PipelineModel fitted) {
    return stage(fitted, REGRESSION, LogisticRegressionModel.class);
  }

  /** Idf and weight of every feature, by block. */
  static Map<Block, Map<String, Weight>> weights(PipelineModel fitted) {
    Vector coefficients = regression(fitted).coefficients();
    Map<Block, Map<String, Weight>> weights = new EnumMap<>(Block.class);
    int offset = 0;
    for (Presence presence : PRESENCES) {
      Block block = presence.block();
      String[] vocabulary = stage(fitted, counts(block), CountVectorizerModel.class).vocabulary();
      Vector idf = stage(fitted, idf(block), IDFModel.class).idf();
      Map<String, Weight> features = new HashMap<>();
      for (int i = 0; i < vocabulary.length; i++) {
        features.put(vocabulary[i], new Weight(idf.apply(i), coefficients.apply(offset + i)));
      }
      weights.put(block, features);
      offset += vocabulary.length;
    }
    return weights;
  }

  private static <T> T stage(PipelineModel fitted, String uid, Class<T> type) {
    return Arrays.stream(fitted.stages())
        .filter(stage -> stage.uid().equals(uid))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String counts(Block block) {
    return block.name() + "_counts";
  }

  private static String idf(Block block) {
    return block.name() + "_idf";
  }
}
