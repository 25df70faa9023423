package id.dampak.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.StudyText;
import id.dampak.error.DampakException;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.ExposureThirds;
import id.dampak.estimate.Panel;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.panel.Observations;
import id.dampak.panel.SalesChanges;
import id.dampak.study.Study;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountantTest {
  private static final int UNITS = 90;
  private static final String EVENT_STUDY =
      "[{name: headline, method: exposure_event_study, outcome: {scale: %s}, leads: 4, lags: 5,"
          + " fixed_effects: [unit, %s], clusters: [%s]}]";

  private static final StudyText TEXT =
      StudyText.daily()
          .with("dimensions", "[size_class]")
          .with(
              "specifications",
              EVENT_STUDY.formatted("relative_to_baseline", "region^period", "unit"));

  /** Exposed units lose all of the channel, of which two fifths are displaced. */
  private static final SalesChanges CHANGES = changes(3);

  private static SalesChanges changes(int after) {
    SplittableRandom random = new SplittableRandom(5);
    double[] exposure = new double[UNITS];
    double[] noise = random.doubles(UNITS).map(u -> u - 0.5).toArray();
    java.util.Arrays.setAll(exposure, i -> i % 3 == 0 ? 0 : random.nextDouble());
    Panel units =
        Panel.ofRows(UNITS)
            .categorical(
                Observations.Columns.UNIT,
                IntStream.range(0, UNITS).mapToObj(i -> "m" + i).toList())
            .categorical(Observations.Columns.REGION, i -> i % 2, List.of("31", "51"))
            .categorical(Observations.Columns.SIZE_CLASS, i -> i % 5 / 3, List.of("mikro", "kecil"))
            .categorical(SalesChanges.Columns.DEPENDENCE, ExposureThirds.of(exposure))
            .numeric(Observations.Columns.EXPOSURE, exposure)
            .numeric(Observations.Columns.BASELINE, i -> 10)
            .numeric(SalesChanges.Columns.FEATURE, i -> -40 * exposure[i])
            .numeric(SalesChanges.Columns.OTHER, i -> 16 * exposure[i] + noise[i])
            .numeric(SalesChanges.Columns.ALL, i -> -24 * exposure[i] + noise[i])
            .numeric(SalesChanges.Columns.AFTER, i -> after == 0 ? 0 : 4 * exposure[i] + noise[i])
            .build();
    return new SalesChanges(units, List.of(new Dropped("not there", 2)), 4, 4, after, 64);
  }

  private static StudyAccount account(StudyText text, SalesChanges changes) {
    Study study = text.read();
    return new Accountant(study, study.headline().orElseThrow()).account(changes);
  }

  private static double number(StudyAccount account, Basis basis, String group, String measure) {
    return account.entries().stream()
        .filter(entry -> entry.basis() == basis)
        .filter(entry -> entry.group().equals(group) && entry.measure().equals(measure))
        .findFirst()
        .orElseThrow()
        .estimate()
        .estimate();
  }

  @Test
  void theHeadlineIsSplitByTheDimensionsOfTheStudyAndByDependence() {
    StudyAccount account = account(TEXT, CHANGES);

    assertThat(account.entries().stream().map(AccountEntry::dimension).distinct())
        .containsExactly("total", "size_class", "dependence");
    assertThat(number(account, Basis.LOSS, "all", AccountEntry.DIVERT_RATIO))
        .isCloseTo(0.4, within(0.05));
    assertThat(account.tests())
        .extracting(test -> test.dimension() + " " + test.measure())
        .contains("size_class net", "dependence recovered");
    assertThat(account.summary())
        .contains("left out 2: not there")
        .anyMatch(line -> line.startsWith("gross "))
        .anyMatch(line -> line.contains("off in 4 days") && line.contains("the 3 after"));
  }

  @Test
  void withoutDeclarationsNothingStandsBeside() {
    assertThat(account(TEXT, CHANGES).entries())
        .extracting(AccountEntry::basis)
        .containsOnly(Basis.LOSS, Basis.DISCREPANCY);
  }

  @Test
  void whatTheStudyDeclaresIsDoneAndSaid() {
    StudyAccount account =
        account(
            TEXT.with(
                "accounting",
                """
                {spillover_share: 0.2,
                 survey_weights: {by: size_class, weights: {mikro: 10, kecil: 2}, source: a survey},
                 comparisons: [{name: COST, annual_amount: 8760, of: sales, factors: {part: 0.5},
                                source: a tool}]}
                """),
            CHANGES);
    double net = number(account, Basis.LOSS, "all", AccountEntry.NET);

    assertThat(number(account, Basis.SPILLOVER_GAIN, "all", AccountEntry.NET)).isLessThan(net);
    assertThat(number(account, Basis.SPILLOVER_LOSS, "all", AccountEntry.NET)).isGreaterThan(net);
    assertThat(number(account, Basis.EXTRAPOLATION, "all", AccountEntry.GROSS))
        .isCloseTo(
            10 * number(account, Basis.LOSS, "mikro", AccountEntry.GROSS)
                + 2 * number(account, Basis.LOSS, "kecil", AccountEntry.GROSS),
            within(1e-6));
    // 8,760 a year are one an hour: 64 hours, a half of each.
    assertThat(number(account, Basis.ACCOUNTING, "COST", AccountEntry.GROSS))
        .isCloseTo(32, within(1e-9));
    assertThat(account.entries())
        .filteredOn(entry -> entry.basis() == Basis.ACCOUNTING)
        .allSatisfy(
            entry ->
                assertThat(entry.note())
                    .isEqualTo("8,760 (sales) × 64.0 h / 8,760 h × 0.5 (part); a tool"));
  }

  @Test
  void aPopulationWithoutAWeightIsRefusedAndTheRestStands() {
    StudyAccount account =
        account(
            TEXT.with(
                "accounting",
                "{survey_weights: {by: size_class, weights: {mikro: 10}, source: a survey}}"),
            CHANGES);

    assertThat(account.entries())
        .filteredOn(entry -> entry.basis() == Basis.REFUSAL)
        .singleElement()
        .satisfies(entry -> assertThat(entry.group()).isEqualTo("extrapolation"))
        .satisfies(entry -> assertThat(entry.note()).contains("\"kecil\" of size_class"));
    assertThat(number(account, Basis.LOSS, "all", AccountEntry.NET)).isPositive();
  }

  @Test
  void whereExposureIsByRegionNothingIsDisplaced() {
    StudyText byRegion =
        TEXT.with(
                "exposure",
                "{by: region_membership, baseline: {from: 2025-08-01, until: 2025-08-11}}")
            .with("specifications", EVENT_STUDY.formatted("level", "period", "region"));
    StudyAccount account = account(byRegion, CHANGES);

    assertThat(account.entries())
        .extracting(AccountEntry::measure)
        .containsOnly(AccountEntry.GROSS, AccountEntry.RECOVERED, AccountEntry.NET);
    assertThat(account.entries()).extracting(AccountEntry::dimension).doesNotContain("dependence");
    // Two clusters carry no interval.
    assertThat(account.summary()).anyMatch(line -> line.contains("too few for an interval"));
  }

  @Test
  void withoutAHorizonNothingIsRecovered() {
    StudyAccount account = account(TEXT, changes(0));

    assertThat(number(account, Basis.LOSS, "all", AccountEntry.RECOVERED)).isZero();
    assertThat(account.tests()).extracting(GroupEquality::measure).doesNotContain("recovered");
  }

  @Test
  void aHeadlineThatCannotBeAccountedForIsRefused() {
    StudyText twoWays =
        TEXT.with(
            "specifications",
            EVENT_STUDY.formatted("relative_to_baseline", "period", "unit, region"));
    assertThatThrownBy(() -> account(twoWays, CHANGES))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("unit and region");
    StudyText regression =
        TEXT.with(
            "specifications",
            "[{name: did, method: difference_in_differences, outcome: {scale: level},"
                + " fixed_effects: [unit, period], clusters: [unit]}]");
    assertThatThrownBy(() -> account(regression, CHANGES))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"did\" is no event study");
  }

  @Test
  void aRefusalIsAnAccountOfOneRow() {
    Study study = TEXT.read();
    DampakException refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            DampakException.class,
            () ->
                new Accountant(study, study.headline().orElseThrow())
                    .account(
                        new SalesChanges(
                            CHANGES.units().with("exposure", i -> 0), List.of(), 4, 4, 3, 64)));
    StudyAccount account = StudyAccount.refused(refused);

    assertThat(account.entries()).hasSize(1);
    assertThat(account.entries().get(0).note()).contains("Nobody has exposure above 0");
    assertThat(account.summary()).containsExactly("no account: " + refused.reason());
  }
}
