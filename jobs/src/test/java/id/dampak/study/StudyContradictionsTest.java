package id.dampak.study;

import static id.dampak.study.StudyExample.with;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are right each, but do not go together, give one error with line and remedy. */
class StudyContradictionsTest {
  @TempDir Path folder;

  @Test
  void aWindowMustEndAfterItsStart() {
    refused(
        with("until: 2025-03-01", "until: 2025-01-01"),
        "until: 2025-01-01",
        "end on 2025-01-01, not after their start 2025-01-01",
        "Give a day after 2025-01-01");
  }

  @Test
  void theDaysOfSuspensionsMustEndAfterTheirStart() {
    refused(
        with("until: 2025-02-10", "until: 2025-01-31"),
        "until: 2025-01-31",
        "end on 2025-01-31, not after their start 2025-02-01",
        "Give a day after 2025-02-01");
  }

  /** 2025-01-01 is a Wednesday. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "week, 2025-01-01, 2024-12-30 or 2025-01-06",
    "month, 2025-01-15, 2025-01-01 or 2025-02-01",
    "quarter, 2025-02-01, 2025-01-01 or 2025-04-01",
  })
  void aWindowMustStartWithAPeriod(String period, String from, String remedy) {
    String text =
        with("period: day", "period: " + period)
            .replace("window:\n  from: 2025-01-01", "window:\n  from: " + from);

    refused(
        text, "window:\n  from: " + from, from + ", which starts no " + period, "Write " + remedy);
  }

  @Test
  void aWindowMustEndWithAPeriod() {
    String text =
        with("period: day", "period: month").replace("until: 2025-03-01", "until: 2025-02-15");

    refused(text, "until: 2025-02-15", "starts no month", "Write 2025-02-01 or 2025-03-01");
  }

  @Test
  void aBaselineHoldsWholePeriods() {
    String text =
        with("period: day", "period: month")
            .replace("baseline:\n    from: 2025-01-01", "baseline:\n    from: 2025-01-02");

    refused(text, "from: 2025-01-02", "starts no month", "Write 2025-01-01 or 2025-02-01");
  }

  @Test
  void aBaselineMustEndBeforeTheEvent() {
    refused(
        with("from: 2025-02-01", "from: 2025-01-20"),
        "exposure:",
        "the baseline lasts until 2025-02-01, but suspensions count from 2025-01-20",
        "End the baseline on or before 2025-01-20");
  }

  @Test
  void aBaselineMustLieInTheWindow() {
    refused(
        with("window:\n  from: 2025-01-01", "window:\n  from: 2025-01-02"),
        "exposure:",
        "from 2025-01-01 until 2025-02-01 is not within the window from 2025-01-02",
        "Widen the window or move the baseline");
  }

  @Test
  void exposureByFeatureNeedsItsChannel() {
    refused(
        with("  channel: live\n", ""),
        "by: feature",
        "feature_share has no channel",
        "Add \"channel:");
  }

  @Test
  void exposureByRegionHasNoChannel() {
    refused(
        with("by: feature_share", "by: region_membership"),
        "channel: live",
        "region_membership has a channel",
        "Remove \"channel:\"");
  }

  @Test
  void aSampleLiesInTheWindow() {
    refused(
        with("[2025-01-20,", "[2024-12-31,"),
        "sample:",
        "names 2024-12-31, outside the window",
        "Widen the window or drop the period");
  }

  @Test
  void aSampleNamesStartsOfPeriods() {
    refused(
        with("period: day", "period: month"),
        "sample:",
        "names 2025-01-20, which starts no month",
        "Write 2025-01-01");
  }

  @Test
  void aSampleNamesAPeriodOnce() {
    refused(with("[2025-01-20,", "[2025-01-21,"), "sample:", "2025-01-21 twice", "Remove one");
  }

  @Test
  void anEventStudyNeedsLeadsAndLags() {
    refused(
        with("    leads: 3\n", ""),
        "method: exposure",
        "this event study has 0 leads and 2 lags",
        "Add \"leads:\"");
    refused(
        with("    lags: 2\n", ""),
        "method: exposure",
        "this event study has 3 leads and 0 lags",
        "\"lags:\"");
  }

  @Test
  void aDifferenceInDifferencesHasNoLeads() {
    refused(
        with("aggregation: unit", "leads: 4"),
        "leads: 4",
        "\"leads\" does not go with the method difference_in_differences",
        "Remove \"leads:\"");
  }

  @Test
  void anEventStudyComparesUnits() {
    refused(
        with("    leads: 3\n", "    leads: 3\n    aggregation: region\n"),
        "aggregation: region",
        "the method exposure_event_study has no observations by region",
        "aggregation: unit");
  }

  @Test
  void standardErrorsAreClusteredByTwoColumnsAtMost() {
    refused(
        with("[region, period]", "[region, period, unit]"),
        "clusters: [region",
        "clustered by 3 columns",
        "Name one or two");
  }

  @Test
  void aLogRatioNeedsItsLag() {
    refused(with("      lag: 7\n", ""), "scale: log_ratio", "has no lag", "Add \"lag: 12\"");
  }

  @Test
  void aLagBelongsToALogRatio() {
    refused(
        with("scale: log_ratio", "scale: level"),
        "scale: level",
        "do not go with the scale level",
        "scale: log_ratio");
  }

  @Test
  void aClipLeavesSomethingOver() {
    refused(
        with("lower: 0.1", "lower: 0.9"), "lower: 0.9", "0.9 is not below the upper 0.9", "0.995");
  }

  @Test
  void specificationsHaveNamesOfTheirOwn() {
    String text = with("name: placebo", "name:   headline");

    refused(text, "name:   headline", "two specifications are named \"headline\"", "Rename one");
  }

  @Test
  void aFieldHasAColumnOrAConstant() {
    refused(
        with("constant: live", "constant: live\n        column: media"),
        "column: media",
        "both a column and a constant",
        "one of \"column:\", \"constant:\"");
    refused(
        with("constant: live", "row_number: left_out"),
        "row_number: left_out",
        "neither a column nor a constant",
        "one of \"column:\", \"constant:\"");
  }

  @Test
  void aConstantIsNotRecoded() {
    refused(
        with("column: state", "constant: completed"),
        "constant: completed",
        "a constant goes without \"values:\"",
        "Remove \"values:\"");
  }

  @Test
  void onlyAnAmountIsDivided() {
    refused(
        with("column: state", "column: state\n        divide_by: 2"),
        "divide_by: 2",
        "the field status cannot be calculated",
        "Remove \"divide_by:\"");
  }

  @Test
  void theStopRegistryHoldsSuspensionsInColumnsThatAreKnown() {
    String stop = with("format: csv", "format: stop");

    refused(stop, "format: stop", "does not fit the table transaction", "table: suspension");
    refused(
        stop.replace("table: transaction", "table: suspension")
            .replaceFirst(
                "(?s)    columns:.*    use:", "    columns: {platform: service}\n    use:"),
        "columns:",
        "the format stop takes no columns",
        "format: csv");
  }

  @Test
  void codesOfProvincesNeedProvinces() {
    refused(
        with("delivery: increments", "region_codes: bps"),
        "inputs:",
        "\"orders\" has region_codes, but regions are as_is",
        "regions: indonesia");
  }

  @Test
  void sizeClassesFollowFromRupiahOnly() {
    String shops =
        with("regions: as_is", "regions: indonesia")
            .replaceFirst(
                "(?s)inputs:.*period: day",
                "inputs:\n  shops: {table: merchant, format: csv, columns: {capital: equity}}\nperiod: day");

    refused(
        shops.replace("code: idr", "code: usd"),
        "inputs:",
        "maps annual_sales or capital, but the currency is USD",
        "Map size_class instead");
  }

  private void refused(String text, String place, String problem, String remedy) {
    StudyExample.assertRefused(folder, text, place, problem, remedy);
  }
}
