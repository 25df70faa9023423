package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.Repository;
import id.dampak.error.DampakException;
import id.dampak.job.PowerRow.Basis;
import id.dampak.job.PowerRow.Design;
import id.dampak.panel.Market;
import id.dampak.panel.SimulatedPanel;
import id.dampak.panel.UnitRow;
import id.dampak.simulate.MarketOptions;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bundled study on a smaller market: 63 days before a suspension of four. */
class PowerDesignTest {
  private static final int MERCHANTS = 250;
  private static final String COMMON_DAYS = "without region-by-day effects";
  private static final PowerQuestion USUAL =
      new PowerQuestion(Optional.of(COMMON_DAYS), 0.05, 0.8, List.of());
  private static final Market MARKET =
      SimulatedPanel.of(
              new id.dampak.simulate.Market(MarketOptions.of(MERCHANTS, 78, 5)), study("#", "#"))
          .market();

  @Test
  void theOwnDesignComesFirstThenItsStandardErrorThenOthers() {
    PowerReport report = report(study("#", "#"), USUAL);

    assertThat(report.event().toLocalDate()).isEqualTo("2025-08-30");
    assertThat(report.first().toLocalDate()).isEqualTo("2025-06-28");
    // Seven Saturdays: too few for a test, so that every day is a date.
    assertThat(report.datesOfWeekday()).isEqualTo(7);
    assertThat(report.sameWeekday()).isFalse();
    assertThat(report.refusal()).isEmpty();
    PowerRow own = report.own();
    assertThat(own.basis()).isEqualTo(Basis.PLACEBO_DATES);
    assertThat(own.placebos()).isEqualTo(46);
    assertThat(own.design().periods()).isEqualTo(4);
    assertThat(own.design().units()).isEqualTo(measured());
    assertThat(own.design().exposedShare()).isCloseTo(exposedShare(), within(1e-12));
    assertThat(own.share(0.8)).isCloseTo(own.coefficient(0.8), within(1e-9));
    assertThat(report.ownByStandardError()).isPresent().hasValue(report.rows().get(1));
    assertThat(report.rows())
        .filteredOn(row -> row.design().periods() != 4)
        .extracting(row -> row.design().periods() + " " + row.placebos())
        .containsExactly("1 49", "2 48", "8 42", "12 38");
    assertThat(report.rows())
        .extracting(row -> row.design().unitMultiple())
        .contains(0.1, 0.25, 0.5, 1.0, 2.0, 4.0);
  }

  @Test
  void moreMerchantsAreExtrapolatedAndOtherExposuresAreExact() {
    PowerReport report = report(study("#", "#"), USUAL);
    double own = report.own().coefficient(0.8);

    assertThat(report.rows())
        .filteredOn(row -> row.basis() == Basis.EXTRAPOLATED)
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row.coefficient(0.8))
                    .isCloseTo(own / Math.sqrt(row.design().unitMultiple()), within(1e-12)));
    double most = MARKET.units().stream().mapToDouble(PowerDesignTest::dose).max().orElseThrow();
    assertThat(report.rows())
        .extracting(PowerRow::design)
        .extracting(Design::exposureMultiple)
        .contains(0.25, 0.5, 1.0)
        .allMatch(multiple -> multiple * most <= 1);
    assertThat(report.rows())
        .filteredOn(row -> row.design().exposureMultiple() == 0.5)
        .singleElement()
        .satisfies(row -> assertThat(row.coefficient(0.8)).isCloseTo(2 * own, within(1e-12)));
  }

  @Test
  void inLevelsALossIsAShareOfWhatTheMerchantsSell() {
    Study levels = study("scale: relative_to_baseline", "scale: level");
    PowerRow own = report(levels, USUAL).own();

    // The slope of e·b on e over merchants, all of which are there every day.
    double mean =
        MARKET.units().stream()
            .filter(PowerDesignTest::isMeasured)
            .mapToDouble(PowerDesignTest::dose)
            .average()
            .orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (UnitRow unit : MARKET.units().stream().filter(PowerDesignTest::isMeasured).toList()) {
      covariance += (dose(unit) - mean) * dose(unit) * unit.baseline();
      variance += (dose(unit) - mean) * dose(unit);
    }
    assertThat(own.share(0.8))
        .isCloseTo(own.coefficient(0.8) * variance / covariance, within(1e-9));
  }

  @Test
  void tooFewDatesAreRefusedWithTheirNumberAndTheFormulaStandsInForThem() {
    PowerReport report = report(study("leads: 14", "leads: 50"), USUAL);

    assertThat(report.refusal()).isPresent();
    // 10 starts, from day 50 to 59; 19 need 50 + 4 + 18 days.
    assertThat(report.refusal().orElseThrow())
        .hasMessageContaining("The 63 days before the suspension hold 10 placebo dates")
        .hasMessageContaining("never below 0.091")
        .hasMessageContaining("That takes 19 dates")
        .hasMessageContaining("begin 9 days earlier");
    assertThat(report.own().basis()).isEqualTo(Basis.STANDARD_ERROR);
    assertThat(report.ownByStandardError()).isEmpty();
    assertThat(report.own().share(0.8)).isPositive();
  }

  @Test
  void whereNotOneDateFitsThePowerIsRefused() {
    assertThatThrownBy(() -> report(study("leads: 14", "leads: 60"), USUAL))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("There are 63 days before the suspension")
        .hasMessageContaining("takes 64: 60 leads and the suspension's 4")
        .hasMessageContaining("begin 19 days earlier");
  }

  @Test
  void alsoAnotherSizeAndOtherLengthsCanBeAskedFor() {
    PowerQuestion question =
        new PowerQuestion(Optional.of(COMMON_DAYS), 0.2, 0.6, List.of(3, 4, 2));
    PowerReport report = report(study("#", "#"), question);

    // Four Saturdays are enough at 20 %.
    assertThat(report.sameWeekday()).isTrue();
    assertThat(report.own().placebos()).isEqualTo(7);
    assertThat(report.question().powers()).containsExactly(0.5, 0.6, 0.8, 0.9, 0.95);
    assertThat(report.rows())
        .extracting(row -> row.design().periods())
        .containsOnly(2, 3, 4)
        .containsOnlyOnce(2, 3);
  }

  @Test
  void onlyExposureEventStudiesAreAnswered() {
    PowerQuestion other = new PowerQuestion(Optional.of("A1"), 0.05, 0.8, List.of());
    assertThatThrownBy(() -> new PowerDesign(study("#", "#"), MARKET, other))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no specification \"A1\"")
        .hasMessageContaining("headline, " + COMMON_DAYS);
    Study differences = StudyFile.read(Repository.path("jobs/studies/texas-harvey.yaml"));
    PowerQuestion first = new PowerQuestion(Optional.empty(), 0.05, 0.8, List.of());
    assertThatThrownBy(() -> new PowerDesign(differences, MARKET, first))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("it has A1 county, ")
        .hasMessageContaining("exposure_event_study");
  }

  @Test
  void sizesAndPowersAreProbabilities() {
    assertThatThrownBy(() -> new PowerQuestion(Optional.empty(), 0, 0.8, List.of()))
        .hasMessageContaining("The size of the test is 0.0");
    assertThatThrownBy(() -> new PowerQuestion(Optional.empty(), 0.05, 80, List.of()))
        .hasMessageContaining("The power is 80.0");
    assertThatThrownBy(() -> new PowerQuestion(Optional.empty(), 0.05, 0.8, List.of(1, 0)))
        .hasMessageContaining("A length of the suspension is 0");
  }

  private static PowerReport report(Study study, PowerQuestion question) {
    return new PowerDesign(study, MARKET, question).report();
  }

  /** The bundled study with a change. */
  private static Study study(String before, String after) {
    try {
      Path bundled = Repository.path("jobs/studies/tiktok-live-2025.yaml");
      Path copy = Files.createTempFile("study", ".yaml");
      Files.writeString(copy, Files.readString(bundled).replace(before, after));
      Study study = StudyFile.read(copy);
      Files.delete(copy);
      return study;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long measured() {
    return MARKET.units().stream().filter(PowerDesignTest::isMeasured).count();
  }

  private static boolean isMeasured(UnitRow unit) {
    return unit.exposure().isPresent();
  }

  private static double dose(UnitRow unit) {
    return unit.exposure().orElse(0);
  }

  private static double exposedShare() {
    double live = 0;
    double sales = 0;
    for (UnitRow unit : MARKET.units()) {
      live += dose(unit) * unit.baseline();
      sales += unit.baseline();
    }
    return live / sales;
  }
}
