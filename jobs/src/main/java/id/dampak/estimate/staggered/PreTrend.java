package id.dampak.estimate.staggered;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.QuadraticForm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The joint test of the effects before treatment. */
final class PreTrend {
  private static final Pattern TERM = Pattern.compile("ATT\\((-?\\d+), (-?\\d+)\\)");

  private PreTrend() {}

  static JointTest of(Fit fit, int anticipation) {
    List<Estimate> estimates = fit.estimates();
    int[] before =
        IntStream.range(0, estimates.size())
            .filter(k -> isBefore(estimates.get(k), anticipation))
            .toArray();
    double[] points = IntStream.of(before).mapToDouble(k -> estimates.get(k).estimate()).toArray();
    QuadraticForm form =
        before.length == 0
            ? new QuadraticForm(Double.NaN, 0)
            : QuadraticForm.inverse(fit.covariance().block(before), points);
    double freedom = fit.degreesOfFreedom();
    double f = form.value() / form.rank();
    return new JointTest(
        "effects before treatment",
        f,
        form.rank(),
        freedom,
        StudentT.upperTailOfF(f, form.rank(), freedom));
  }

  /** Whether the term is an effect before treatment that is not 0 by definition. */
  private static boolean isBefore(Estimate estimate, int anticipation) {
    Matcher term = TERM.matcher(estimate.term());
    return term.matches()
        && !Double.isNaN(estimate.stdError())
        && Integer.parseInt(term.group(2)) < Integer.parseInt(term.group(1)) - anticipation;
  }
}
