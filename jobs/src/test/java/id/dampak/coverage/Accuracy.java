package id.dampak.coverage;

import java.util.List;
import java.util.Locale;

/**
 * How estimates of one thing compare with the truth over many draws.
 *
 * @param name what is estimated
 * @param trials draws
 * @param truth mean of the truth
 * @param bias mean error
 * @param spread standard deviation of the errors over draws
 * @param stdError mean of the standard errors
 * @param covered draws whose interval holds the truth
 */
public record Accuracy(
    String name,
    int trials,
    double truth,
    double bias,
    double spread,
    double stdError,
    int covered) {
  /** Above the columns of {@link #toString}. */
  public static final String HEADING =
      "%-28s%14s%14s%14s%14s%14s%10s"
          .formatted("", "truth", "bias", "(s.e.)", "spread", "mean s.e.", "covered");

  /** Of these draws. */
  public static Accuracy of(String name, List<Trial> trials) {
    double bias = trials.stream().mapToDouble(Trial::error).average().orElseThrow();
    double squares = trials.stream().mapToDouble(t -> Math.pow(t.error() - bias, 2)).sum();
    return new Accuracy(
        name,
        trials.size(),
        trials.stream().mapToDouble(Trial::truth).average().orElseThrow(),
        bias,
        Math.sqrt(squares / (trials.size() - 1)),
        trials.stream().mapToDouble(Trial::stdError).average().orElseThrow(),
        (int) trials.stream().filter(Trial::covers).count());
  }

  /** Standard error of the bias itself: how well this many draws tell it. */
  public double biasError() {
    return spread / Math.sqrt(trials);
  }

  /** Share of the draws whose interval holds the truth. */
  public double coverage() {
    return (double) covered / trials;
  }

  /** Standard error of that share. */
  double coverageError() {
    return Math.sqrt(coverage() * (1 - coverage()) / trials);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-28s%14.4g%14.4g%14.4g%14.4g%14.4g%9.1f%%",
        name,
        truth,
        bias,
        biasError(),
        spread,
        stdError,
        100 * coverage());
  }
}
