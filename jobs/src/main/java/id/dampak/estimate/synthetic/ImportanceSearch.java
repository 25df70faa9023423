package id.dampak.estimate.synthetic;

import id.dampak.linalg.NelderMead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * V that makes the outcomes fit best. The mean squared error is flat in places, kinked where a
 * control enters, and has local optima, so the search uses no derivatives, works on logarithms of V
 * over {@value #DECADES} powers of ten, looks briefly from many starts and long from the best few.
 */
final class ImportanceSearch {
  private static final int DECADES = 8;
  private static final double MINOR = -3;
  private static final double EDGE = 1;
  private static final int BRIEF = 40;
  private static final int LONG = 300;
  private static final int FINALISTS = 4;
  private static final int RESTARTS = 10;
  private static final double BRIEF_TOLERANCE = 1e-4;
  private static final double TOLERANCE = 1e-10;
  private static final long SEED = 20100301;

  private final PredictorMatch match;
  private final int predictors;

  private ImportanceSearch(PredictorMatch match) {
    this.match = match;
    this.predictors = match.predictors();
  }

  private record Candidate(List<Double> logs, double value) {
    double[] point() {
      return logs.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** The best V found, adding up to 1. */
  static double[] best(PredictorMatch match, int starts) {
    return importance(new ImportanceSearch(match).search(starts));
  }

  private double[] search(int starts) {
    if (predictors == 1) {
      return new double[1];
    }
    List<Candidate> found =
        starts(starts).stream()
            .map(start -> from(start, BRIEF_TOLERANCE, BRIEF * predictors))
            .sorted(Comparator.comparingDouble(Candidate::value))
            .toList();
    return found.stream()
        .limit(FINALISTS)
        .map(this::polished)
        .min(Comparator.comparingDouble(Candidate::value))
        .orElseThrow()
        .point();
  }

  private List<double[]> starts(int further) {
    List<double[]> starts = new ArrayList<>();
    starts.add(new double[predictors]);
    for (int j = 0; j < predictors; j++) {
      double[] start = new double[predictors];
      Arrays.fill(start, MINOR);
      start[j] = 0;
      starts.add(start);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int s = 0; s < further; s++) {
      starts.add(random.doubles(predictors).map(u -> u * 2 * MINOR).toArray());
    }
    return starts;
  }

  /** Starts anew from where the last search ended, until that finds nothing better. */
  private Candidate polished(Candidate start) {
    Candidate best = start;
    for (int restart = 0; restart < RESTARTS; restart++) {
      Candidate next = from(best.point(), TOLERANCE, LONG * predictors);
      if (!(next.value() < best.value() * (1 - TOLERANCE))) {
        return best;
      }
      best = next;
    }
    return best;
  }

  private Candidate from(double[] start, double tolerance, int evaluations) {
    double[] end = NelderMead.minimise(this::value, start, EDGE, tolerance, evaluations);
    return new Candidate(Arrays.stream(end).boxed().toList(), value(end));
  }

  private double value(double[] logs) {
    return match.meanSquaredError(match.rough(importance(logs)));
  }

  private static double[] importance(double[] logs) {
    double largest = Arrays.stream(logs).max().orElseThrow();
    double[] v =
        Arrays.stream(logs).map(l -> Math.pow(10, Math.max(-DECADES, l - largest))).toArray();
    double sum = Arrays.stream(v).sum();
    return Arrays.stream(v).map(x -> x / sum).toArray();
  }
}
