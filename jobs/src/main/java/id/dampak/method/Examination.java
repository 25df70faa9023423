package id.dampak.method;

import id.dampak.estimate.sensitivity.Verdict;
import id.dampak.study.Specification;
import java.util.List;
import java.util.Locale;

/**
 * What was found out about the estimate of a specification, and what follows from it.
 *
 * @param specification the one that was examined
 * @param verdict whether the data identify its effect
 * @param looks everything that was tried, in order
 */
public record Examination(Specification specification, Verdict verdict, List<Look> looks) {

  /** Canonical constructor; copies the list. */
  public Examination {
    looks = List.copyOf(looks);
  }

  /** What a reader of the progress should see. */
  public List<String> summary() {
    return List.of(
        "%s is %s: %s"
            .formatted(
                specification.name(),
                verdict.standing().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                String.join(" ", verdict.reasons())));
  }
}
