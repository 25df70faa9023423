package id.dampak.job;

import id.dampak.report.Assumption;
import id.dampak.study.Exposure;
import id.dampak.study.Study;
import java.util.List;
import java.util.stream.Collectors;

/** The section of the report that says what the numbers rest on, in plain words. */
final class AssumptionSection {

  private AssumptionSection() {}

  static Assumption of(Study study) {
    if (study.specifications().isEmpty()) {
      return new Assumption("", List.of());
    }
    String statement =
        study.exposure() instanceof Exposure.FeatureShare
            ? "Had the feature stayed on, merchants who sell much through it and merchants who sell"
                + " little through it would have moved alike, relative to their own usual sales and"
                + " within the cells of the fixed effects."
            : "Had the event not happened, the regions that it hit would have moved like the regions"
                + " that it did not hit.";
    return new Assumption(statement, threats(study));
  }

  private static List<String> threats(Study study) {
    String oneShock =
        "One event at one time: clustering by "
            + clusters(study)
            + " does not capture a shock that moved all exposed units together.";
    return study.exposure() instanceof Exposure.FeatureShare
        ? List.of(
            "Unrest that cut the sales of exposed merchants by more than those of their neighbours"
                + " would be counted as an effect of the suspension.",
            "Merchants without exposure who gained diverted customers make the loss look larger"
                + " than it was for all merchants together.",
            oneShock)
        : List.of(
            "Another shock to the same regions in the same periods would be counted as an effect of"
                + " the event.",
            "Sales that moved from the regions that were hit to the others count twice.",
            oneShock);
  }

  private static String clusters(Study study) {
    return study.specifications().stream()
        .flatMap(specification -> specification.clusters().stream())
        .distinct()
        .collect(Collectors.joining(" and "));
  }
}
