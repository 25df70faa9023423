package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.error.DampakException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a method does not take is refused where it stands. */
class MethodRulesTest {
  private static final String SPECIFICATION =
      """
        - name: headline
          method: %s
          outcome: {scale: %s}
          %s
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "synthetic_did | level | fixed_effects: [unit, period]"
            + " | \"fixed_effects\" does not go with the method synthetic_did | it takes errors",
        "callaway_santanna | level | leads: 3"
            + " | \"leads\" does not go with the method callaway_santanna"
            + " | it takes clusters, compare",
        "interrupted_series | level | aggregation: unit"
            + " | the method interrupted_series has no observations by unit | aggregation: total",
        "did_l | level | aggregation: total"
            + " | the method did_l has no observations by total | aggregation: unit or region",
        "did_m | level | clusters: [region^period]"
            + " | standard errors are clustered by region^period | clusters by one column",
        "bacon | level | {clusters: [sector], aggregation: region}"
            + " | sums by region have no sector, but clusters names sector | clusters:",
        "ppml | log_ratio, lag: 7 | fixed_effects: [unit, period]"
            + " | a log_ratio does not go with the method ppml | scale: level",
        "dose_bins | level | {leads: 3, lags: 2, fixed_effects: [unit, period], dose_cuts: [0.5, 0.2]}"
            + " | the doses [0.5, 0.2] do not rise | dose_cuts:",
        "stacked_events | level | {leads: 1, lags: 2, fixed_effects: [unit, period]}"
            + " | this event study has 1 leads and 2 lags | leads",
      })
  void isRefused(String method, String scale, String options, String problem, String remedy) {
    String lines =
        options.startsWith("{")
            ? options.substring(1, options.length() - 1).replaceAll(", (?=[a-z_]+:)", "\n    ")
            : options;

    DampakException error =
        catchThrowableOfType(
            DampakException.class, () -> StudyExample.read(folder, study(method, scale, lines)));

    assertThat(error.kind()).isEqualTo(DampakException.Kind.USER);
    assertThat(error.problem()).contains("study.yaml, line ").contains(problem);
    assertThat(error.reason() + " " + error.remedy()).contains(remedy);
  }

  /** The names in files are those of the methods, and each can be asked for. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void everyMethodCanBeNamed(Method method) {
    String options =
        method.followsExposure() ? "leads: 3\n    lags: 2\n    fixed_effects: [unit, period]" : "";
    if (!method.aggregations().contains(Specification.Aggregation.UNIT)) {
      options = "aggregation: total";
    }
    Study study = StudyExample.read(folder, study(method.toString(), "level", options));

    assertThat(study.specifications().get(0).method()).isEqualTo(method);
    assertThat(method).hasToString(method.name().toLowerCase(Locale.ROOT));
  }

  private static String study(String method, String scale, String options) {
    String before = StudyExample.TEXT.substring(0, StudyExample.TEXT.indexOf("specifications:"));
    return before + "specifications:\n" + SPECIFICATION.formatted(method, scale, options);
  }
}
