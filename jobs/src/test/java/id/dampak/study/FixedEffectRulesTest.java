package id.dampak.study;

import static id.dampak.study.StudyExample.with;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixed effects that would leave nothing to estimate are refused with the line they stand on. */
class FixedEffectRulesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "[unit], the fixed effects unit",
        "[period], the fixed effects period",
        "\"[unit, region]\", \"the fixed effects unit, region\"",
        "\"[region, period]\", \"the fixed effects region, period\"",
        "\"[unit, period, sector]\", \"the fixed effects unit, period, sector\"",
        "[], no fixed effects",
      })
  void anEventStudyHasOneEffectOfUnitsAndOneOfPeriods(String effects, String found) {
    refused(
        with("[unit, region^period]", effects),
        "fixed_effects: " + effects,
        "this event study has " + found,
        "[unit, region^period]");
  }

  @Test
  void anEventStudyWithoutTheKeyForItsFixedEffectsIsRefusedWhereItStarts() {
    refused(
        with("    fixed_effects: [unit, region^period]\n", ""),
        "- name: headline",
        "this event study has no fixed effects",
        "fixed_effects: [unit, period]");
  }

  @Test
  void theEffectsOfAnEventStudyMayComeInEitherOrder() {
    StudyExample.read(folder, with("[unit, region^period]", "[size_class^period, unit]"));
  }

  @Test
  void aFixedEffectOfEveryObservationLeavesNothingToEstimate() {
    refused(
        with("[unit, region^period]", "[unit, period^unit]"),
        "fixed_effects:",
        "period^unit leaves nothing to estimate",
        "[unit, period]");
    refused(
        with("fixed_effects: [unit, period]", "fixed_effects: [unit^period]"),
        "fixed_effects: [unit^period]",
        "unit^period leaves nothing to estimate",
        "[unit, period]");
  }

  @Test
  void aFixedEffectOfRegionByPeriodTakesExposureByRegionAway() {
    refused(
        with("  by: feature_share\n  channel: live\n", "  by: region_membership\n"),
        "fixed_effects:",
        "region^period leaves nothing to estimate",
        "exposure by feature_share");
  }

  @Test
  void sumsByRegionHaveNoSector() {
    refused(
        with("  by: feature_share\n  channel: live\n", "  by: region_membership\n")
            .replace("[unit, region^period]", "[unit, period]")
            .replace(
                "aggregation: unit\n", "aggregation: region\n    fixed_effects: [sector, period]\n")
            .replaceFirst("    shift: -14\n    fixed_effects: .*\n", "    shift: -14\n"),
        "fixed_effects: [sector",
        "sums by region have no sector",
        "[region, period]");
  }

  private void refused(String text, String place, String problem, String remedy) {
    StudyExample.assertRefused(folder, text, place, problem, remedy);
  }
}
