package id.dampak.estimate.sensitivity;

import id.dampak.estimate.sensitivity.Finding.Figure;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.List;
import java.util.Locale;

/** What the evidence on parallel trends says. */
final class TrendRules {
  private final VerdictRules rules;
  private final Evidence evidence;

  TrendRules(VerdictRules rules, Evidence evidence) {
    this.rules = rules;
    this.evidence = evidence;
  }

  Finding preTrend() {
    if (evidence.preTrendPValue().isEmpty()) {
      return VerdictRules.notExamined(Topic.PRE_TREND, "whether trends were parallel before");
    }
    double p = evidence.preTrendPValue().getAsDouble();
    double mBar = evidence.breakdownMbar().orElse(0);
    double trend = evidence.trendBias().orElse(0) / evidence.effect().estimate();
    List<Figure> figures =
        List.of(
            new Figure("p", p),
            new Figure("size", rules.size()),
            new Figure("Mbar", mBar),
            new Figure("trend", trend));
    String tested = "The test of no trend before the event has p = " + VerdictRules.number(p);
    if (p >= rules.size()) {
      return new Finding(
          Topic.PRE_TREND, Standing.IDENTIFIED, tested + " and does not reject.", figures);
    }
    // A line that leads away from the effect makes it look smaller than it is, not larger.
    if (trend > rules.trendShare()) {
      return new Finding(
          Topic.PRE_TREND,
          Standing.NOT_IDENTIFIED,
          tested
              + ": trends differed before the event, and the straight line along them would make "
              + percent(trend)
              + " of the effect.",
          figures);
    }
    // A rejected test is no verdict by itself where larger violations are allowed for.
    return mBar >= rules.robustMbar()
        ? new Finding(
            Topic.PRE_TREND,
            Standing.FRAGILE,
            tested
                + ": trends differed before the event, but the effect survives violations "
                + VerdictRules.number(mBar)
                + " times as large as those.",
            figures)
        : new Finding(
            Topic.PRE_TREND,
            Standing.NOT_IDENTIFIED,
            tested
                + ": trends differed before the event, and a violation of that size would undo"
                + " the effect.",
            figures);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  Finding power() {
    if (evidence.undetectedBias().isEmpty()) {
      return VerdictRules.notExamined(
          Topic.PRE_TREND_POWER, "which trend the pre-trend test could have missed");
    }
    double bias = evidence.undetectedBias().getAsDouble();
    double effect = evidence.effect().estimate();
    double most = rules.biasShare() * Math.abs(effect);
    List<Figure> figures =
        List.of(
            new Figure("bias", bias),
            new Figure("effect", effect),
            new Figure("share", rules.biasShare()));
    String missed =
        "A linear trend that the test misses one time in five biases the effect by "
            + VerdictRules.number(Math.abs(bias))
            + ", against an effect of "
            + VerdictRules.number(effect);
    return Math.abs(bias) <= most
        ? new Finding(Topic.PRE_TREND_POWER, Standing.IDENTIFIED, missed + ".", figures)
        : new Finding(
            Topic.PRE_TREND_POWER,
            Standing.FRAGILE,
            missed + ": that the test passes says little.",
            figures);
  }

  Finding sensitivity() {
    if (evidence.breakdownMbar().isEmpty()) {
      return VerdictRules.notExamined(
          Topic.SENSITIVITY, "how large a violation of parallel trends the effect survives");
    }
    double mBar = evidence.breakdownMbar().getAsDouble();
    List<Figure> figures =
        List.of(
            new Figure("Mbar", mBar),
            new Figure("fragile", rules.fragileMbar()),
            new Figure("robust", rules.robustMbar()));
    if (evidence.holdsZero()) {
      return new Finding(
          Topic.SENSITIVITY,
          Standing.FRAGILE,
          "The interval holds 0 even if trends are parallel: no effect is told from none.",
          figures);
    }
    String survives =
        "The effect differs from 0 for violations after the event up to "
            + VerdictRules.number(mBar)
            + " times the largest step before it";
    if (mBar >= rules.robustMbar()) {
      return new Finding(Topic.SENSITIVITY, Standing.IDENTIFIED, survives + ".", figures);
    }
    return mBar >= rules.fragileMbar()
        ? new Finding(
            Topic.SENSITIVITY, Standing.FRAGILE, survives + ", but not for one as large.", figures)
        : new Finding(
            Topic.SENSITIVITY,
            Standing.NOT_IDENTIFIED,
            survives + " only: less than the estimates before the event move about.",
            figures);
  }
}
