package id.dampak.job;

import id.dampak.contract.Province;
import id.dampak.contract.Provinces;
import id.dampak.contract.PublishedLoss;
import id.dampak.report.Losses;
import id.dampak.report.Measurement;
import id.dampak.report.Scale;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The section of the report that splits the loss by the study's dimensions. */
final class LossSection {
  private final Study study;
  private final Findings findings;

  LossSection(Study study, Findings findings) {
    this.study = study;
    this.findings = findings;
  }

  Losses section() {
    String name = study.headline().map(Specification::name).orElse("");
    List<Losses.Breakdown> breakdowns =
        study.dimensions().stream()
            .map(dimension -> breakdown(name, dimension))
            .filter(breakdown -> !breakdown.isEmpty())
            .toList();
    return new Losses(
        breakdowns,
        "Each group has coefficients of its own, so the groups need not add up to the total."
            + findings.standing().map(sentence -> " " + sentence).orElse(""));
  }

  private Losses.Breakdown breakdown(String specification, Study.Dimension dimension) {
    String column = dimension.name().toLowerCase(Locale.ROOT);
    List<FieldReader> rows = findings.losses(specification, column);
    List<Losses.Group> groups =
        rows.stream()
            .filter(row -> row.flag(PublishedLoss.PUBLISHED))
            .filter(row -> row.optionalNumber(PublishedLoss.ESTIMATE).isPresent())
            .map(row -> group(row, dimension))
            .sorted(Comparator.comparingDouble(group -> -group.loss().estimate()))
            .toList();
    List<String> suppressed =
        rows.stream()
            .filter(
                row ->
                    !row.flag(PublishedLoss.PUBLISHED)
                        || row.optionalNumber(PublishedLoss.ESTIMATE).isEmpty())
            .map(row -> label(study, dimension, row.text(PublishedLoss.GROUP)))
            .sorted()
            .toList();
    return new Losses.Breakdown(
        heading(study, dimension),
        new Scale.Money(findings.currency()),
        groups,
        suppressed,
        "too few merchants stand behind the number, or one that dominates the others, or because it"
            + " would give another away or their exposure differs too little");
  }

  private Losses.Group group(FieldReader row, Study.Dimension dimension) {
    Measurement loss = findings.loss(row);
    return new Losses.Group(
        label(study, dimension, row.text(PublishedLoss.GROUP)),
        row.whole(PublishedLoss.UNITS),
        loss,
        row.optionalNumber(PublishedLoss.BASELINE_AMOUNT).stream()
            .filter(baseline -> baseline > 0)
            .mapToObj(baseline -> row.number(PublishedLoss.ESTIMATE) / baseline)
            .findFirst());
  }

  /** What the groups of a dimension are. */
  static String heading(Study study, Study.Dimension dimension) {
    return switch (dimension) {
      case SIZE_CLASS -> "Size class";
      case SECTOR -> "Sector";
      case REGION -> study.regions() == Study.Regions.INDONESIA ? "Province" : "Region";
    };
  }

  /** A group for people. */
  static String label(Study study, Study.Dimension dimension, String group) {
    return dimension == Study.Dimension.REGION && study.regions() == Study.Regions.INDONESIA
        ? Provinces.coded(group).map(Province::name).orElse(group)
        : group;
  }
}
