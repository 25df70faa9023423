package id.dampak.estimate;

import id.dampak.error.PoissonErrors;
import id.dampak.linalg.Absorber;

/**
 * Maximises the Poisson pseudo likelihood by iteratively reweighted least squares, the fixed
 * effects taken out at each step.
 *
 * <p>After the first step the response is {@code (y − μ)/μ} rather than {@code η + (y − μ)/μ}: η
 * lies in the span of regressors and effects, so the regression gives the change of β and η alone,
 * and what has to be taken out shrinks with the distance to the end. A step that lowers the
 * likelihood is halved until it does not.
 */
final class PoissonIteration {
  private static final int MAX_STEPS = 200;
  private static final int MAX_HALVINGS = 40;

  /**
   * The end: the weighted mean square of the step is below this, so that the step lowers the
   * deviance by less than this part of Σwμ, and the next one would by about the square. The usual
   * 1e-8 would leave standard errors with four digits.
   */
  private static final double TOLERANCE = 1e-16;

  /** A step counts as one down unless it goes up by more than rounding. */
  private static final double ROUNDING = 1e-12;

  /** Keeps every working weight positive. */
  private static final double LEAST_MEAN = 1e-250;

  private final String outcomeName;
  private final Frame frame;
  private final Design design;
  private final double[] outcome;
  private final double[] offset;
  private final double[] weights;

  private double[] linear;
  private double[] coefficients;

  PoissonIteration(
      String outcomeName, Frame frame, Design design, double[] outcome, double[] offset) {
    this.outcomeName = outcomeName;
    this.frame = frame;
    this.design = design;
    this.outcome = outcome;
    this.offset = offset;
    this.weights = frame.weights();
    this.linear = new double[outcome.length];
    this.coefficients = new double[design.terms().size()];
  }

  /**
   * Estimates the coefficients of some of the terms.
   *
   * @throws id.dampak.error.DampakException if the iterations come to no end
   */
  PoissonStep run(int[] terms) {
    start(terms);
    double loss = loss(linear);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] working = working(linear);
      Absorber absorber = frame.absorber().reweighted(working);
      Within within = design.within(absorber, working);
      double[] response = response(linear);
      double[] left = response.clone();
      Residual.again(left, working, absorber);
      Solution solution = Solution.of(within, terms, left);
      double[] change = response;
      for (int i = 0; i < change.length; i++) {
        change[i] -= solution.residuals()[i];
      }
      if (isEnd(change, working)) {
        advance(change, solution, 1);
        return new PoissonStep(
            within, solution, working, coefficients, meanPredictor(working), deviance());
      }
      loss = descend(change, solution, loss);
    }
    throw PoissonErrors.didNotConverge(outcomeName, MAX_STEPS);
  }

  /** From the regression at {@code μ = (y + ȳ)/2}, or the constant if that is nearer. */
  private void start(int[] terms) {
    double total = 0;
    double size = 0;
    double exposed = 0;
    for (int i = 0; i < outcome.length; i++) {
      total += weights[i] * outcome[i];
      size += weights[i];
      exposed += weights[i] * Math.exp(offset[i]);
    }
    double[] near = new double[outcome.length];
    double[] constant = new double[outcome.length];
    for (int i = 0; i < outcome.length; i++) {
      near[i] = Math.log((outcome[i] + total / size) / 2);
      constant[i] = offset[i] + Math.log(total / exposed);
    }
    double[] working = working(near);
    Absorber absorber = frame.absorber().reweighted(working);
    Within within = design.within(absorber, working);
    double[] response = response(near);
    for (int i = 0; i < response.length; i++) {
      response[i] += near[i] - offset[i];
    }
    double[] left = response.clone();
    Residual.again(left, working, absorber);
    Solution solution = Solution.of(within, terms, left);
    for (int i = 0; i < response.length; i++) {
      near[i] = offset[i] + response[i] - solution.residuals()[i];
    }
    boolean nearer = loss(near) <= loss(constant);
    linear = nearer ? near : constant;
    coefficients = nearer ? solution.coefficients() : new double[coefficients.length];
  }

  /** Goes as much of the way as the likelihood allows; returns the loss there. */
  private double descend(double[] change, Solution solution, double loss) {
    double rounding = ROUNDING * size(linear);
    double part = 1;
    for (int halving = 0; halving < MAX_HALVINGS; halving++, part /= 2) {
      double[] ahead = linear.clone();
      for (int i = 0; i < ahead.length; i++) {
        ahead[i] += part * change[i];
      }
      double there = loss(ahead);
      if (there <= loss + rounding) {
        advance(change, solution, part);
        return there;
      }
    }
    throw PoissonErrors.didNotConverge(outcomeName, MAX_HALVINGS);
  }

  private void advance(double[] change, Solution solution, double part) {
    for (int i = 0; i < change.length; i++) {
      linear[i] += part * change[i];
    }
    for (int j = 0; j < coefficients.length; j++) {
      coefficients[j] += part * solution.coefficients()[j];
    }
  }

  private static boolean isEnd(double[] change, double[] working) {
    double decrement = 0;
    double total = 0;
    for (int i = 0; i < change.length; i++) {
      decrement += working[i] * change[i] * change[i];
      total += working[i];
    }
    return decrement <= TOLERANCE * total;
  }

  private double mean(double predictor) {
    return Math.max(Math.exp(predictor), LEAST_MEAN);
  }

  private double[] working(double[] predictor) {
    double[] working = new double[predictor.length];
    for (int i = 0; i < working.length; i++) {
      working[i] = weights[i] * mean(predictor[i]);
    }
    return working;
  }

  private double[] response(double[] predictor) {
    double[] response = new double[predictor.length];
    for (int i = 0; i < response.length; i++) {
      double mean = mean(predictor[i]);
      response[i] = (outcome[i] - mean) / mean;
    }
    return response;
  }

  /** Minus the log likelihood but for what depends on the data alone; infinite where undefined. */
  private double loss(double[] predictor) {
    double sum = 0;
    for (int i = 0; i < predictor.length; i++) {
      sum += weights[i] * (Math.exp(predictor[i]) - outcome[i] * predictor[i]);
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  /** What {@link #loss} adds and subtracts, of which it may be a small rest. */
  private double size(double[] predictor) {
    double sum = 0;
    for (int i = 0; i < predictor.length; i++) {
      sum += weights[i] * (Math.exp(predictor[i]) + Math.abs(outcome[i] * predictor[i]));
    }
    return sum;
  }

  private double deviance() {
    double sum = 0;
    for (int i = 0; i < outcome.length; i++) {
      double y = outcome[i];
      double mean = mean(linear[i]);
      sum += weights[i] * (y == 0 ? mean : y * (Math.log(y) - linear[i]) - (y - mean));
    }
    return 2 * sum;
  }

  private double meanPredictor(double[] working) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < working.length; i++) {
      sum += working[i] * (linear[i] - offset[i]);
      total += working[i];
    }
    return sum / total;
  }
}
