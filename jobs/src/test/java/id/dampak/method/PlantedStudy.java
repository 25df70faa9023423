package id.dampak.method;

import id.dampak.estimate.Estimate;
import id.dampak.panel.Market;
import id.dampak.panel.PlantedMarket;
import id.dampak.panel.Sampler;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study of a {@link PlantedMarket} with one specification, from the words of its file on. */
final class PlantedStudy {
  static final String BY_USE = "by: feature_share, channel: live";
  static final String BY_REGION = "by: region_membership";

  private static final String TEXT =
      """
      study: planted
      title: T
      question: Q
      dataset: market
      origin: synthetic
      identifiers: as_they_are
      currency: {code: IDR, minor_digits: 0}
      seed: 7
      regions: as_is
      time_zone: Asia/Jakarta
      inputs:
        suspensions: {table: suspension, format: csv, files: [suspensions.csv]}
        orders: {table: transaction, format: csv, files: [orders.csv]}
        shops: {table: merchant, format: csv, files: [shops.csv]}
      period: day
      window: {from: %s, until: %s}
      suspensions: {from: 2025-06-16, until: 2025-07-14}
      exposure: {%s, baseline: {from: 2025-06-02, until: 2025-06-16}}
      dimensions: [size_class]
      minimum_units: 1
      confidence_level: 0.95
      specifications:
        - {name: it, %s}
      """;

  private PlantedStudy() {}

  static Study of(Path folder, String exposure, String specification) {
    try {
      return StudyFile.read(
          Files.writeString(
              folder.resolve("study.yaml"),
              TEXT.formatted(
                  PlantedMarket.FIRST,
                  PlantedMarket.FIRST.plusDays(PlantedMarket.DAYS),
                  exposure,
                  specification)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Analysis analyse(Study study, Market market) {
    return analyse(question(study, market));
  }

  static Examination examine(Study study, Market market) {
    Specification specification = study.specifications().get(0);
    Question question = question(study, market);
    return Examiner.examine(
        question,
        analyse(question),
        () ->
            new Question(
                study,
                specification,
                new Sampler(market, study).before(specification),
                market.periods().get(0)));
  }

  private static Analysis analyse(Question question) {
    return StudyMethod.of(question.specification().method()).analyse(question);
  }

  private static Question question(Study study, Market market) {
    Specification specification = study.specifications().get(0);
    return new Question(
        study,
        specification,
        new Sampler(market, study).observations(specification),
        market.periods().get(0));
  }

  static Estimate term(Analysis analysis, String term) {
    return analysis.estimates().stream()
        .filter(estimate -> estimate.term().equals(term))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    term
                        + " is not among "
                        + analysis.estimates().stream().map(Estimate::term).toList()));
  }
}
