package id.dampak.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The blanket suspension against stopping only the sessions that score at or above a threshold.
 *
 * <p>All policies are costed alike, session by session: stopping a session loses {@code amount × (1
 * − displacement)}. The blanket suspension is therefore <em>not</em> costed by the causal estimate,
 * which has another basis (all sales of exposed merchants, rebound included); that estimate belongs
 * beside the table, as a check on it.
 *
 * @param thresholds scores from which a session is stopped, 0 to 1; at least one
 * @param displacement share of a stopped session's sales that is made anyway
 */
public record PolicyFrontier(List<Double> thresholds, Displacement displacement) {

  public PolicyFrontier {
    thresholds = thresholds.stream().sorted().distinct().toList();
    if (thresholds.isEmpty()) {
      throw new IllegalArgumentException("no threshold to compare the blanket suspension with");
    }
    for (double threshold : thresholds) {
      if (!(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException("threshold " + threshold + " is not between 0 and 1");
      }
    }
  }

  /** The blanket suspension first, then one option per threshold in ascending order. */
  public List<PolicyOption> compare(List<Session> sessions) {
    List<Session> planned = sessions.stream().filter(Session::isDuringSuspension).toList();
    List<PolicyOption> options = new ArrayList<>();
    options.add(option(Policy.BLANKET, 0, planned, session -> true));
    for (double threshold : thresholds) {
      options.add(
          option(Policy.TARGETED, threshold, planned, session -> session.score() >= threshold));
    }
    return List.copyOf(options);
  }

  private PolicyOption option(
      Policy policy, double threshold, List<Session> planned, Predicate<Session> stops) {
    long rightly = 0;
    long wrongly = 0;
    long unlabelled = 0;
    long missed = 0;
    long amount = 0;
    for (Session session : planned) {
      boolean incites = session.isKnownToIncite();
      if (!stops.test(session)) {
        missed += incites ? 1 : 0;
        continue;
      }
      amount = Math.addExact(amount, session.amount());
      if (incites) {
        rightly++;
      } else if (session.isKnownHarmless()) {
        wrongly++;
      } else {
        unlabelled++;
      }
    }
    double loss = amount * (1 - displacement.share());
    return new PolicyOption(
        policy,
        threshold,
        planned.size(),
        rightly,
        wrongly,
        unlabelled,
        missed,
        loss,
        assumptions(policy));
  }

  private List<String> assumptions(Policy policy) {
    String percent =
        BigDecimal.valueOf(100 * displacement.share())
            .setScale(1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    String costing =
        "A stopped session loses its sales, less the "
            + percent
            + "% that its merchant makes anyway, elsewhere or later ("
            + displacement.basis()
            + ").";
    String stopping =
        switch (policy) {
          case BLANKET -> "A blanket suspension stops every planned session and nothing else.";
          case TARGETED ->
              "Targeted moderation judges a session by its text before it can sell; judging costs"
                  + " nothing, and no session is stopped for another's sake.";
        };
    return List.of(costing, stopping);
  }
}
