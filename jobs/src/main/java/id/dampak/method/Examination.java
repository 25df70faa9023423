package id.dampak.method;

import id.dampak.estimate.sensitivity.Verdict;
import id.dampak.study.Specification;
import java.util.List;

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
}
