package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.EventPeriod;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The terms of a fit read as the coefficients of consecutive periods. */
final class EventTerms {
  /** Place of a period that is 0 by construction. */
  private static final int NO_TERM = -1;

  private EventTerms() {}

  /** Terms of a group by relative period, without the reference and without binned end points. */
  static Map<Integer, String> of(ExposureEventStudy study, Fit fit, String group) {
    List<EventPeriod> path = study.path(fit);
    if (path.stream().noneMatch(period -> period.group().equals(group))) {
      throw SensitivityErrors.noSuchGroup(
          group, path.stream().map(EventPeriod::group).distinct().toList());
    }
    Map<Integer, String> terms = new TreeMap<>();
    for (EventPeriod period : path) {
      int k = period.relativePeriod();
      boolean binned = study.bins().map(b -> k == b.first() || k == b.last()).orElse(false);
      if (period.group().equals(group) && !period.reference() && !binned) {
        terms.put(k, period.estimate().term());
      }
    }
    return terms;
  }

  static EventCoefficients read(
      Fit fit, Map<Integer, String> terms, int reference, int lastBefore) {
    List<String> names = fit.estimates().stream().map(Estimate::term).toList();
    TreeMap<Integer, Integer> places = new TreeMap<>();
    terms.forEach((k, term) -> places.put(k, names.indexOf(fit.estimate(term).term())));
    places.put(reference, NO_TERM);
    int first = Math.min(places.firstKey(), lastBefore);
    int last = Math.max(places.lastKey(), lastBefore);
    List<Integer> missing =
        IntStream.rangeClosed(first, last).filter(k -> !places.containsKey(k)).boxed().toList();
    if (!missing.isEmpty()) {
      throw SensitivityErrors.periodsMissing(missing);
    }
    int base = places.getOrDefault(lastBefore, NO_TERM);
    places.remove(lastBefore);
    return relativeTo(base, List.copyOf(places.values()), places.headMap(lastBefore).size(), fit);
  }

  private static EventCoefficients relativeTo(int base, List<Integer> places, int pre, Fit fit) {
    int n = places.size();
    double[] estimates = new double[n];
    double[] covariance = new double[n * n];
    for (int i = 0; i < n; i++) {
      int a = places.get(i);
      estimates[i] = estimate(fit, a) - estimate(fit, base);
      for (int j = 0; j < n; j++) {
        int b = places.get(j);
        covariance[i * n + j] =
            covariance(fit, a, b)
                - covariance(fit, a, base)
                - covariance(fit, base, b)
                + covariance(fit, base, base);
      }
    }
    return EventCoefficients.of(pre, estimates, Matrix.of(n, n, covariance));
  }

  private static double estimate(Fit fit, int place) {
    return place < 0 ? 0 : fit.estimates().get(place).estimate();
  }

  private static double covariance(Fit fit, int row, int column) {
    return row < 0 || column < 0 ? 0 : fit.covariance().at(row, column);
  }
}
