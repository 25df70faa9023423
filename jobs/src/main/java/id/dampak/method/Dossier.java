package id.dampak.method;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.sensitivity.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is known of an effect while it is examined: evidence for the verdict, and every look. */
final class Dossier {
  private final List<Look> looks = new ArrayList<>();
  private Evidence evidence;

  Dossier(Estimate effect) {
    this.evidence = Evidence.of(effect);
  }

  Evidence evidence() {
    return evidence;
  }

  List<Look> looks() {
    return List.copyOf(looks);
  }

  void learn(UnaryOperator<Evidence> more) {
    evidence = more.apply(evidence);
  }

  void add(Look look) {
    looks.add(look);
  }

  /** Does something that the data may not allow, which is a finding and no fault. */
  void attempt(String examination, Runnable action) {
    try {
      action.run();
    } catch (DampakException refused) {
      add(Look.refused(examination, "", refused.problem() + " " + refused.reason()));
    }
  }
}
