package id.dampak.text;

import id.dampak.text.TextModel.Weight;
import java.util.ArrayList;
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

/**
 * The stages from a text to its margin: for each {@link Block} presence → binary counts → idf →
 * length one, then the blocks side by side into a logistic regression with an L2 penalty.
 */
final class FeaturePipeline {
  /** Inverse strength of the penalty, as in LIBLINEAR: the penalty is 1/(C·n) a text. */
  private static final double C = 10;

  private static final int LEAST_TEXTS_A_FEATURE = 2;
  private static final int MOST_STEPS = 100;
  private static final int STAGES_A_BLOCK = 4;

  /** The column of both classes' margins. */
  static final String MARGINS = "margins";

  private static final String ASSEMBLED = "features";

  private FeaturePipeline() {}

  static Pipeline of(long texts, String label) {
    List<PipelineStage> stages = new ArrayList<>();
    List<String> scaled = new ArrayList<>();
    for (Block block : Block.values()) {
      Presence presence = presence(block);
      String counts = block.name() + "_counts";
      String idf = block.name() + "_idf";
      String unit = block.name() + "_unit";
      stages.add(presence);
      stages.add(
          new CountVectorizer(counts)
              .setInputCol(presence.outputColumn())
              .setOutputCol(counts)
              .setMinDF(LEAST_TEXTS_A_FEATURE)
              .setBinary(true));
      stages.add(new IDF(idf).setInputCol(counts).setOutputCol(idf));
      stages.add(new Normalizer(unit).setInputCol(idf).setOutputCol(unit));
      scaled.add(unit);
    }
    stages.add(
        new VectorAssembler(ASSEMBLED)
            .setInputCols(scaled.toArray(String[]::new))
            .setOutputCol(ASSEMBLED));
    stages.add(
        new LogisticRegression("regression")
            .setFeaturesCol(ASSEMBLED)
            .setLabelCol(label)
            .setRawPredictionCol(MARGINS)
            .setRegParam(1 / (C * texts))
            .setStandardization(false)
            .setMaxIter(MOST_STEPS));
    return new Pipeline("provocative").setStages(stages.toArray(PipelineStage[]::new));
  }

  /** The model's regression. */
  static LogisticRegressionModel regression(PipelineModel fitted) {
    return (LogisticRegressionModel) fitted.stages()[fitted.stages().length - 1];
  }

  /** Idf and weight of every feature, by block. */
  static Map<Block, Map<String, Weight>> weights(PipelineModel fitted) {
    Vector coefficients = regression(fitted).coefficients();
    Map<Block, Map<String, Weight>> weights = new EnumMap<>(Block.class);
    int first = 0;
    int offset = 0;
    for (Block block : Block.values()) {
      String[] vocabulary = ((CountVectorizerModel) fitted.stages()[first + 1]).vocabulary();
      Vector idf = ((IDFModel) fitted.stages()[first + 2]).idf();
      Map<String, Weight> features = new HashMap<>();
      for (int i = 0; i < vocabulary.length; i++) {
        features.put(vocabulary[i], new Weight(idf.apply(i), coefficients.apply(offset + i)));
      }
      weights.put(block, features);
      first += STAGES_A_BLOCK;
      offset += vocabulary.length;
    }
    return weights;
  }

  private static Presence presence(Block block) {
    return switch (block) {
      case WORD -> new WordPresence();
      case CHARACTER -> new CharacterPresence();
    };
  }
}
