package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import java.util.List;
import java.util.Locale;

/**
 * The rules by which evidence becomes a verdict. They are conventions, not theorems: each finding
 * shows the number and the rule it was held against. See {@code docs/methods/verdict.md}.
 *
 * @param size p values below it reject: of the pre-trend test, and of placebo dates if above
 * @param fragileMbar a breakdown value of M̄ below it leaves nothing
 * @param robustMbar a breakdown value of M̄ from it on is robust: violations as large as those seen
 *     before the event
 * @param biasShare largest undetected bias, as a part of the effect
 * @param trendShare largest bias of a trend that was seen before the event and goes on, as a part
 *     of the effect
 * @param leastClusters fewer clusters give no standard error worth the name; more of them that
 *     carry the effect like fewer equal ones give a bad one
 * @param enoughClusters fewer clusters need other inference than a normal approximation
 * @param enoughStayers fewer stayers are a thin comparison
 * @param influence largest change when one unit or group is left out, as a part of the effect
 */
public record VerdictRules(
    double size,
    double fragileMbar,
    double robustMbar,
    double biasShare,
    double trendShare,
    int leastClusters,
    int enoughClusters,
    int enoughStayers,
    double influence) {

  public VerdictRules {
    if (!(size > 0 && size < 1)) {
      throw SensitivityErrors.outOfRange("The size of tests", size, "between 0 and 1");
    }
    if (!(fragileMbar <= robustMbar)) {
      throw SensitivityErrors.outOfRange(
          "The least robust Mbar", robustMbar, "at least " + fragileMbar);
    }
  }

  /**
   * 5 % tests; M̄ of ½ and 1; half the effect, a quarter by a trend that was seen; 10 and 40
   * clusters; 10 stayers; a quarter.
   */
  public static VerdictRules usual() {
    return new VerdictRules(0.05, 0.5, 1, 0.5, 0.25, 10, 40, 10, 0.25);
  }

  /** The verdict: a function of the evidence and these rules alone. */
  public Verdict judge(Evidence evidence) {
    TrendRules trends = new TrendRules(this, evidence);
    DesignRules design = new DesignRules(this, evidence);
    return Verdict.of(
        List.of(
            trends.preTrend(),
            trends.power(),
            trends.sensitivity(),
            design.clusters(),
            design.stayers(),
            design.timeShocks(),
            design.dominance()));
  }

  static Finding notExamined(Finding.Topic topic, String what) {
    return new Finding(topic, Standing.FRAGILE, "Not examined: " + what + ".", List.of());
  }

  /** A number in a sentence: three significant digits, all of those before the point. */
  static String number(double value) {
    if (value == 0 || Double.isInfinite(value) || Double.isNaN(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    int decimals = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%." + Math.max(0, Math.min(12, decimals)) + "f", value);
  }
}
