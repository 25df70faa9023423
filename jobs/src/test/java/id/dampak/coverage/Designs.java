package id.dampak.coverage;

import java.util.List;
import java.util.stream.Stream;

/** Every design, family by family. */
final class Designs {
  private Designs() {}

  /** Designs that meet the assumptions of their estimator. */
  static List<CoverageDesign> meetingAssumptions() {
    return Stream.of(
            Regressions.designs(),
            EventStudies.designs(),
            Doses.designs(),
            OnOff.designs(),
            Staggered.designs(),
            TwoPeriods.designs(),
            SyntheticControls.designs(),
            Series.designs(),
            FewClusters.designs(),
            FewTreated.designs(),
            Space.designs(),
            Randomisation.designs())
        .flatMap(List::stream)
        .toList();
  }

  /** Designs that are too small or too different for the estimator, as its page says. */
  static List<CoverageDesign> beyond() {
    return Stream.of(
            Series.limits(),
            FewClusters.limits(),
            FewTreated.limits(),
            Space.limits(),
            Randomisation.limits())
        .flatMap(List::stream)
        .toList();
  }
}
