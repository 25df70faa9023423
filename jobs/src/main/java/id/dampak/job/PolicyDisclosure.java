package id.dampak.job;

import id.dampak.contract.ContentScore;
import id.dampak.contract.LiveSession;
import id.dampak.disclosure.NestedTotals;
import id.dampak.disclosure.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of which policies the loss may be published: a higher threshold stops some of the sessions that a
 * lower one stops, so that two losses tell what those between were worth.
 */
final class PolicyDisclosure {
  private PolicyDisclosure() {}

  /**
   * Whether each loss may be published: the blanket suspension's first, then by threshold.
   *
   * @param thresholds ascending
   * @param sessions what stopping them would have cost: rows of {@link
   *     id.dampak.gold.SilencedScores}
   */
  static List<Boolean> published(Rules rules, List<Double> thresholds, List<FieldReader> sessions) {
    List<Map<String, Long>> layers = new ArrayList<>();
    for (int i = 0; i <= thresholds.size(); i++) {
      layers.add(new HashMap<>());
    }
    for (FieldReader session : sessions) {
      double score = session.number(ContentScore.SCORE);
      long reached = thresholds.stream().filter(threshold -> score >= threshold).count();
      layers
          .get((int) reached)
          .merge(
              session.text(LiveSession.MERCHANT_ID),
              session.whole(LiveSession.AMOUNT),
              Math::addExact);
    }
    return NestedTotals.published(rules, layers);
  }
}
