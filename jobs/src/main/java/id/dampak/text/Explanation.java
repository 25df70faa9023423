package id.dampak.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A score taken apart: intercept + Σ contributions = logit.
 *
 * @param score calibrated probability, 0 to 1
 * @param logit log-odds of the score
 * @param intercept what every text starts from
 * @param parts words and pairs of words, the weightiest first; what runs of characters contribute
 *     is credited to the words that they occur in, in equal shares
 */
public record Explanation(double score, double logit, double intercept, List<Part> parts) {

  /**
   * A word or a pair of words and what it adds to the logit.
   *
   * @param text the word or words, as normalised
   * @param contribution added to the logit; above zero speaks for incitement
   */
  public record Part(String text, double contribution) {}

  /** Canonical constructor; copies the list. */
  public Explanation {
    parts = List.copyOf(parts);
  }

  static Explanation of(double intercept, Map<String, Double> contributions) {
    List<Part> parts =
        contributions.entrySet().stream()
            .map(entry -> new Part(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingDouble((Part part) -> -Math.abs(part.contribution()))
                    .thenComparing(Part::text))
            .toList();
    double logit = intercept + parts.stream().mapToDouble(Part::contribution).sum();
    return new Explanation(Platt.sigmoid(logit), logit, intercept, parts);
  }
}
