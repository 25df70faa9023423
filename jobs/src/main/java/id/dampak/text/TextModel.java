package id.dampak.text;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A trained classifier in plain Java: no Spark is needed to score with it.
 *
 * <p>The logit is linear: intercept + Σ over {@linkplain Block blocks} of Σ over the features
 * present of weight · idf / length, where length is the Euclidean length of the idf values present
 * in that block. {@link Platt} then maps it to a probability. Immutable.
 */
public final class TextModel implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * What the model knows of one feature.
   *
   * @param idf inverse document frequency in the training texts
   * @param weight coefficient of the logistic regression
   */
  record Weight(double idf, double weight) implements Serializable {}

  private final String id;
  private final double intercept;
  private final Platt calibration;
  private final Thresholds thresholds;
  private final Map<Block, Map<String, Weight>> weights;

  TextModel(
      double intercept,
      Platt calibration,
      Thresholds thresholds,
      Map<Block, Map<String, Weight>> weights) {
    this.intercept = intercept;
    this.calibration = calibration;
    this.thresholds = thresholds;
    this.weights = new EnumMap<>(Block.class);
    weights.forEach((block, features) -> this.weights.put(block, new HashMap<>(features)));
    this.id = TextModelFile.hash(this);
  }

  /** Identifies the model by its content: equal models have equal ids. */
  public String id() {
    return id;
  }

  /** The probabilities from which a text may be flagged. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /**
   * The probability, 0 to 1, that {@code text} incites violence or destruction, at the share of
   * such texts in the training corpus: where they are rarer, it is too high.
   */
  public double score(String text) {
    return Platt.sigmoid(calibration.apply(margin(text)));
  }

  /** Why {@code text} gets its score; the parts sum to the logit. */
  public Explanation explain(String text) {
    List<String> tokens = Normaliser.tokens(text);
    Map<String, Double> parts = new LinkedHashMap<>();
    for (Block block : Block.values()) {
      Map<String, List<String>> wholes = wholes(block, tokens);
      contributions(block, tokens)
          .forEach(
              (feature, contribution) -> {
                List<String> shared = wholes.getOrDefault(feature, List.of(feature));
                double share = calibration.slope() * contribution / shared.size();
                shared.forEach(whole -> parts.merge(whole, share, Double::sum));
              });
    }
    return Explanation.of(calibration.apply(intercept), parts);
  }

  /** The logit before calibration. */
  double margin(String text) {
    List<String> tokens = Normaliser.tokens(text);
    double margin = intercept;
    for (Block block : Block.values()) {
      for (double contribution : contributions(block, tokens).values()) {
        margin += contribution;
      }
    }
    return margin;
  }

  double intercept() {
    return intercept;
  }

  Platt calibration() {
    return calibration;
  }

  /** The features of a block in alphabetical order. */
  Map<String, Weight> weights(Block block) {
    return new TreeMap<>(known(block));
  }

  private Map<String, Weight> known(Block block) {
    return weights.getOrDefault(block, Map.of());
  }

  private Map<String, Double> contributions(Block block, List<String> tokens) {
    Map<String, Weight> known = known(block);
    Set<String> present = block.features(tokens);
    present.retainAll(known.keySet());
    double squares = 0;
    for (String feature : present) {
      double idf = known.getOrDefault(feature, UNKNOWN).idf();
      squares += idf * idf;
    }
    double length = Math.sqrt(squares);
    Map<String, Double> contributions = new LinkedHashMap<>();
    for (String feature : present) {
      Weight weight = known.getOrDefault(feature, UNKNOWN);
      contributions.put(feature, length > 0 ? weight.weight() * weight.idf() / length : 0);
    }
    return contributions;
  }

  private static final Weight UNKNOWN = new Weight(0, 0);

  /** The words in which each run of characters occurs; other features are wholes themselves. */
  private static Map<String, List<String>> wholes(Block block, List<String> tokens) {
    Map<String, List<String>> wholes = new HashMap<>();
    if (block == Block.CHARACTER) {
      for (String token : Set.copyOf(tokens)) {
        for (String run : block.features(List.of(token))) {
          wholes.computeIfAbsent(run, unused -> new ArrayList<>()).add(token);
        }
      }
    }
    return wholes;
  }
}
