package id.dampak.estimate.synthetic;

import id.dampak.linalg.NelderMead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * V that makes the outcomes fit best. The mean squared error is flat in places, kinked where a
 * control enters, and has local optima, so the search uses no derivatives and works on logarithms
 * of V over {@value #DECADES} powers of ten. The global search looks briefly from many starts and
 * long from the best few.
 */
final class ImportanceSearch {
  private static final int DECADES = 6;
  private static final double MINOR = -3;
  private static final double NEAR = 0.1;
  private static final double FAR = 1;
  private static final int BRIEF = 40;
  private static final int LONG = 300;
  private static final int FINALISTS = 4;
  private static final int RESTARTS = 10;
  private static final double BRIEF_TOLERANCE = 1e-4;
  private static final double TOLERANCE = 1e-8;
  private static final double WORTHWHILE = 1e-4;
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

  /** The better of the optima near equal importance and near that of regressions. */
  static double[] local(PredictorMatch match) {
    ImportanceSearch search = new ImportanceSearch(match);
    return importance(best(search.usualStarts().stream().map(p -> search.polished(p, NEAR))));
  }

  /** The best of all optima found, those of {@link #local} among them. */
  static double[] global(PredictorMatch match, int starts) {
    ImportanceSearch search = new ImportanceSearch(match);
    List<Candidate> brief =
        search.starts(starts).stream()
            .map(start -> search.from(start, FAR, BRIEF_TOLERANCE, BRIEF * search.predictors))
            .sorted(Comparator.comparingDouble(Candidate::value))
            .limit(FINALISTS)
            .toList();
    return importance(
        best(
            Stream.concat(
                brief.stream().map(candidate -> search.polished(candidate.point(), FAR)),
                search.usualStarts().stream().map(start -> search.polished(start, NEAR)))));
  }

  private static double[] best(Stream<Candidate> candidates) {
    return candidates.min(Comparator.comparingDouble(Candidate::value)).orElseThrow().point();
  }

  private List<double[]> usualStarts() {
    double[] regression = match.regressionImportance();
    double[] logs = Arrays.stream(regression).map(StrictMath::log10).toArray();
    double largest = Arrays.stream(logs).max().orElseThrow();
    return Double.isInfinite(largest)
        ? List.of(new double[predictors])
        : List.of(
            new double[predictors],
            Arrays.stream(logs).map(l -> Math.max(-DECADES, l - largest)).toArray());
  }

  private List<double[]> starts(int further) {
    List<double[]> starts = new ArrayList<>(usualStarts());
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
  private Candidate polished(double[] start, double edge) {
    Candidate best = from(start, edge, TOLERANCE, LONG * predictors);
    for (int restart = 0; restart < RESTARTS; restart++) {
      Candidate next = from(best.point(), edge, TOLERANCE, LONG * predictors);
      if (!(next.value() < best.value() * (1 - WORTHWHILE))) {
        return best;
      }
      best = next;
    }
    return best;
  }

  private Candidate from(double[] start, double edge, double tolerance, int evaluations) {
    double[] end = NelderMead.minimise(this::value, start, edge, tolerance, evaluations);
    return new Candidate(Arrays.stream(end).boxed().toList(), value(end));
  }

  private double value(double[] logs) {
    return match.meanSquaredError(match.rough(importance(logs)));
  }

  private static double[] importance(double[] logs) {
    double largest = Arrays.stream(logs).max().orElseThrow();
    double[] v =
        Arrays.stream(logs).map(l -> StrictMath.pow(10, Math.max(-DECADES, l - largest))).toArray();
    double sum = Arrays.stream(v).sum();
    return Arrays.stream(v).map(x -> x / sum).toArray();
  }
}
