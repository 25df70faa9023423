package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study file with every key, in block style, so that a test can change one line of it. */
final class StudyExample {
  static final String TEXT =
      """
      study: example
      title: An example
      question: What did it cost?
      dataset: market
      origin: real
      identifiers: pseudonyms
      currency:
        code: idr
        minor_digits: 0
      seed: 7
      regions: as_is
      time_zone: Asia/Jakarta
      inputs:
        orders:
          table: transaction
          format: csv
          files: [orders.csv, more/*.csv]
          time_zone: Asia/Makassar
          time_zones:
            Indonesia: Asia/Jayapura
          date_format: dd/MM/yyyy
          numbers: indonesian
          columns:
            merchant_id: shop
            channel:
              constant: live
            transaction_id:
              column: [order, line]
              row_number: appended
              blank_parts: kept
            amount:
              column: total
              times: pieces
              per: packs
              divide_by: 0.5
              less: refund_amount
            region:
              file_name: (.+)-orders.*
            status:
              column: state
              values:
                Batal*: cancelled
          delivery: increments
          use:
            from: 2025-01-01
            until: 2025-02-01
          personal: [Nama Penerima]
          authors: [creator]
      period: day
      window:
        from: 2025-01-01
        until: 2025-03-01
      suspensions:
        platforms: [TikTok]
        features: [LIVE]
        countries: [Indonesia]
        statuses: [confirmed]
        from: 2025-02-01
        until: 2025-02-10
      exposure:
        by: feature_share
        channel: live
        baseline:
          from: 2025-01-01
          until: 2025-02-01
      dimensions: [size_class, region]
      minimum_units: 5
      confidence_level: 0.9
      policy:
        thresholds: [0.2, 0.6]
        displaced_share: 0.25
      accounting:
        rebound_periods: 4
        spillover_share: 0.15
        survey_weights:
          by: size_class
          weights:
            mikro: 900
            kecil: 40.5
          source: a survey
        comparisons:
          - name: COST
            annual_amount: 22000000000
            of: yearly sales
            factors:
              digital share: 0.3
            source: a tool
      quality:
        - table: transaction
          rule: volume
          severity: stop
          threshold: 9
          reason: The shop closes on holidays.
        - table: transaction
          rule: set_aside
          subject: "orders: total is missing"
          severity: accept
          reason: Gifts have no price.
      specifications:
        - name: headline
          method: exposure_event_study
          outcome:
            scale: relative_to_baseline
          leads: 3
          lags: 2
          fixed_effects: [unit, region^period]
          clusters: [unit]
        - name: placebo
          role: placebo
          method: difference_in_differences
          aggregation: unit
          outcome:
            scale: log_ratio
            lag: 7
            weights: lagged_outcome
          clip:
            lower: 0.1
            upper: 0.9
          sample: [2025-01-20, 2025-01-21]
          shift: -14
          fixed_effects: [unit, period]
          clusters: [region, period]
          fixed_effect_degrees: all
      """;

  private StudyExample() {}

  /** The example with a passage that stands in it once exchanged. */
  static String with(String passage, String replacement) {
    assertThat(TEXT).containsOnlyOnce(passage);
    return TEXT.replace(passage, replacement);
  }

  /** The study that a text declares, as the file {@code study.yaml} of a folder. */
  static Study read(Path folder, String text) {
    try {
      return StudyFile.read(Files.writeString(folder.resolve("study.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asserts that a text is refused for one reason.
   *
   * @param place passage, the first of its kind, whose last line the error must name
   * @param problem part of what the error says is wrong
   * @param remedy part of what it says to do
   */
  static void assertRefused(Path folder, String text, String place, String problem, String remedy) {
    DampakException error = catchThrowableOfType(DampakException.class, () -> read(folder, text));

    assertThat(error).as("refusal of%n%s", text).isNotNull();
    assertThat(error.kind()).isEqualTo(DampakException.Kind.USER);
    assertThat(error.problem())
        .contains("study.yaml, line " + lineOf(text, place) + ":")
        .contains(problem);
    assertThat(error.reason()).endsWith(".");
    assertThat(error.remedy()).contains(remedy);
  }

  /** The line, from 1, on which a passage ends where a text first holds it. */
  private static int lineOf(String text, String passage) {
    assertThat(text).contains(passage);
    return text.substring(0, text.indexOf(passage) + passage.length()).split("\n", -1).length;
  }
}
