package id.dampak.estimate.sensitivity;

import java.util.List;

/**
 * Whether a study identifies its effect: as good as its worst finding.
 *
 * @param standing of the whole
 * @param findings one for each kind of evidence, in the order of {@link Finding.Topic}
 */
public record Verdict(Standing standing, List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** The verdict that follows from the findings. */
  static Verdict of(List<Finding> findings) {
    Standing worst =
        findings.stream().map(Finding::standing).reduce(Standing.IDENTIFIED, Standing::or);
    return new Verdict(worst, findings);
  }

  /** The reasons for which it is not better than it is. */
  public List<String> reasons() {
    return findings.stream()
        .filter(finding -> finding.standing() == standing)
        .map(Finding::reason)
        .toList();
  }
}
