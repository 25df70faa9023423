package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.Refusal;
import id.dampak.contract.VerdictRow;
import id.dampak.method.Analysis;
import id.dampak.report.Answer;
import id.dampak.report.Interval;
import id.dampak.report.KeyFigures;
import id.dampak.report.KeyFigures.KeyFigure;
import id.dampak.report.Measurement;
import id.dampak.report.NoAnswer;
import id.dampak.report.Scale;
import id.dampak.report.Section;
import id.dampak.report.Specifications;
import id.dampak.report.Withheld;
import id.dampak.study.Exposure;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the report that tell the results. */
final class FindingSections {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Study study;
  private final Findings findings;

  FindingSections(Findings findings) {
    this.study = findings.study();
    this.findings = findings;
  }

  Section answer() {
    Optional<Specification> headline = study.headline();
    if (headline.isEmpty()) {
      return new NoAnswer(
          "The study declares nothing to estimate. " + study.question(),
          List.of("what landed", "what was set aside, and why", "the suspensions that count"));
    }
    if (findings.withheld().isPresent()) {
      return new Withheld(findings.withheld().get());
    }
    Optional<String> objection = findings.judgement().objection();
    if (objection.isPresent()) {
      return new NoAnswer(
          objection.get() + " What was estimated stands below, and is no answer.",
          List.of("what speaks against a number", "every estimate", "the path around the event"));
    }
    String name = headline.get().name();
    Optional<Measurement> loss = findings.totalLoss(name);
    if (loss.isPresent() && headline.get().leads() > 0) {
      long units = findings.losses(name, Analysis.TOTAL).get(0).whole(PublishedLoss.UNITS);
      return new Answer(
          String.format(
              Locale.ROOT, "While the feature was off, the %,d merchants in the data lost", units),
          loss.get(),
          "of sales, net of what they sold through other channels in those days",
          Stream.concat(
                  Stream.of(
                      "What would have been is read from the mean of the "
                          + headline.get().leads()
                          + " "
                          + period()
                          + "s before.",
                      "Sales that came back after the end are not counted against it; the plot shows them.",
                      "The number is for the merchants in the data, not for all of Indonesia."),
                  Stream.concat(fragile().stream(), findings.standing().stream()))
              .toList());
    }
    return findings.estimates().stream()
        .filter(row -> row.text(EstimateRow.SPECIFICATION).equals(name))
        .findFirst()
        .<Section>map(row -> coefficient(headline.get(), row))
        .orElseGet(() -> refused(name));
  }

  /** What to know of an answer that holds under assumptions only. */
  private Optional<String> fragile() {
    return findings
        .judgement()
        .overall()
        .filter(row -> row.text(VerdictRow.STANDING).equals("fragile"))
        .map(row -> "The answer is fragile. " + row.text(VerdictRow.REASON));
  }

  private Section coefficient(Specification specification, FieldReader row) {
    List<String> notes =
        Stream.concat(
                Stream.of(
                    "By the specification \""
                        + specification.name()
                        + "\"; the others stand below.",
                    "The comparison is with "
                        + (study.exposure() instanceof Exposure.RegionMembership
                            ? "the regions that the event did not hit."
                            : "merchants that use the feature less or not at all.")),
                fragile().stream())
            .toList();
    if (specification.outcome() instanceof Specification.Outcome.LogRatio ratio) {
      return new Answer(
          "Where and while the event lasted, sales changed by",
          relativeChange(measurement(row, new Scale.Percent())),
          "against those " + ratio.lag() + " " + period() + "s before",
          notes);
    }
    return new Answer(
        "Where and while the event lasted, sales changed by",
        measurement(row, new Scale.Plain("")),
        "(" + row.text(EstimateRow.UNIT_OF_MEASURE) + ")",
        notes);
  }

  /** A change in logarithms as a share: exp(b) - 1, the ends of the interval likewise. */
  private static Measurement relativeChange(Measurement logs) {
    return new Measurement(
        Math.expm1(logs.estimate()),
        logs.interval()
            .map(
                ends ->
                    new Interval(Math.expm1(ends.low()), Math.expm1(ends.high()), ends.level())),
        logs.scale());
  }

  private Section refused(String specification) {
    return findings.refusals().stream()
        .filter(row -> row.text(Refusal.SPECIFICATION).equals(specification))
        .findFirst()
        .map(
            row ->
                new NoAnswer(
                    row.text(Refusal.REASON) + " " + row.text(Refusal.REMEDY),
                    List.of("what landed", "what was set aside, and why")))
        .orElseGet(() -> new NoAnswer("Nothing has been estimated yet.", List.of()));
  }

  KeyFigures keyFigures() {
    List<KeyFigure> figures = new ArrayList<>();
    study
        .headline()
        .ifPresent(
            headline -> {
              findings
                  .totalLoss(headline.name())
                  .ifPresent(loss -> figures.add(KeyFigure.measured("Sales lost", loss)));
              share(headline.name()).ifPresent(figures::add);
              identified(headline.name(), Analysis.MEAN)
                  .ifPresent(
                      row ->
                          figures.add(
                              KeyFigure.measured(
                                  "Change at full exposure, a " + period() + " on average",
                                  measurement(row, new Scale.Percent()))));
              findings.estimates().stream()
                  .filter(row -> row.text(EstimateRow.SPECIFICATION).equals(headline.name()))
                  .findFirst()
                  .ifPresent(
                      row ->
                          figures.add(
                              KeyFigure.counted(
                                  "Observations",
                                  row.whole(EstimateRow.OBSERVATIONS),
                                  String.format(
                                      Locale.ROOT,
                                      "%,d clusters",
                                      row.whole(EstimateRow.CLUSTERS)))));
            });
    return new KeyFigures(figures);
  }

  /** A term of a specification that is an answer. */
  private Optional<FieldReader> identified(String specification, String term) {
    return findings.judgement().objection().isPresent()
        ? Optional.empty()
        : findings.estimate(specification, term);
  }

  private Optional<KeyFigure> share(String specification) {
    return findings.losses(specification, Analysis.TOTAL).stream()
        .filter(row -> row.optionalNumber(PublishedLoss.BASELINE_AMOUNT).isPresent())
        .map(
            row -> {
              double baseline = row.number(PublishedLoss.BASELINE_AMOUNT);
              return KeyFigure.measured(
                  "As a share of usual sales over the same days",
                  new Measurement(
                      row.number(PublishedLoss.ESTIMATE) / baseline,
                      Findings.interval(
                              row,
                              PublishedLoss.CONF_LOW,
                              PublishedLoss.CONF_HIGH,
                              study.confidenceLevel())
                          .map(
                              ends ->
                                  new Interval(
                                      ends.low() / baseline, ends.high() / baseline, ends.level())),
                      new Scale.Percent()));
            })
        .findFirst();
  }

  id.dampak.report.EventStudy eventStudy() {
    String name = study.headline().map(Specification::name).orElse("");
    List<id.dampak.report.EventStudy.Point> points =
        findings.path().stream()
            .filter(row -> row.text(EventStudy.SPECIFICATION).equals(name))
            .map(this::point)
            .toList();
    return new id.dampak.report.EventStudy(
        "Change in a " + period() + "'s sales at full exposure",
        new Scale.Percent(),
        period() + "s",
        points,
        findings.estimate(name, Analysis.PRE_TREND).map(this::preTrend),
        "A merchant that sold only through the feature has full exposure; 100% is its usual "
            + period()
            + " before the event.");
  }

  private id.dampak.report.EventStudy.Point point(FieldReader row) {
    return new id.dampak.report.EventStudy.Point(
        row.integer(EventStudy.RELATIVE_PERIOD),
        DAY.format(row.wallClock(EventStudy.PERIOD_START)),
        row.number(EventStudy.ESTIMATE),
        Findings.interval(row, EventStudy.CONF_LOW, EventStudy.CONF_HIGH, study.confidenceLevel()),
        row.flag(EventStudy.REFERENCE)
            ? id.dampak.report.EventStudy.Role.REFERENCE
            : row.flag(EventStudy.SUSPENDED)
                ? id.dampak.report.EventStudy.Role.SUSPENDED
                : id.dampak.report.EventStudy.Role.ORDINARY);
  }

  private id.dampak.report.EventStudy.PreTrendTest preTrend(FieldReader row) {
    return new id.dampak.report.EventStudy.PreTrendTest(
        "F",
        row.number(EstimateRow.ESTIMATE),
        row.optionalNumber(EstimateRow.P_VALUE).orElse(Double.NaN));
  }

  Specifications specifications() {
    List<Specifications.Line> lines = new ArrayList<>();
    for (Specification specification : study.specifications()) {
      findings.estimates().stream()
          .filter(row -> row.text(EstimateRow.SPECIFICATION).equals(specification.name()))
          .map(this::line)
          .forEach(lines::add);
    }
    return new Specifications(lines);
  }

  private Specifications.Line line(FieldReader row) {
    return new Specifications.Line(
        row.text(EstimateRow.SPECIFICATION),
        row.text(EstimateRow.METHOD).replace('_', ' '),
        row.text(EstimateRow.TERM),
        row.number(EstimateRow.ESTIMATE),
        row.optionalNumber(EstimateRow.STD_ERROR),
        Findings.interval(
            row,
            EstimateRow.CONF_LOW,
            EstimateRow.CONF_HIGH,
            row.number(EstimateRow.CONFIDENCE_LEVEL)),
        row.optionalNumber(EstimateRow.P_VALUE),
        row.whole(EstimateRow.OBSERVATIONS),
        row.whole(EstimateRow.CLUSTERS),
        new Scale.Plain(""));
  }

  private Measurement measurement(FieldReader row, Scale scale) {
    return new Measurement(
        row.number(EstimateRow.ESTIMATE),
        Findings.interval(
            row,
            EstimateRow.CONF_LOW,
            EstimateRow.CONF_HIGH,
            row.number(EstimateRow.CONFIDENCE_LEVEL)),
        scale);
  }

  private String period() {
    return study.period().truncation();
  }
}
