package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The event study of another program, as a table of its coefficients: one row for each period but
 * the reference, which is the last before the event and 0 by construction. Intervals are normal.
 *
 * @param coefficient numeric column of the coefficients
 * @param time numeric column of their whole periods
 * @param covariance numeric columns of their covariance, in the order of the rows
 * @param eventPeriod first period of the event
 * @param level confidence level
 */
public record GivenCoefficients(
    String coefficient, String time, List<String> covariance, int eventPeriod, double level)
    implements Estimator {

  public GivenCoefficients {
    covariance = List.copyOf(covariance);
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(covariance);
    columns.add(coefficient);
    columns.add(time);
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    return Set.of();
  }

  /** The coefficients as they are given, with the terms {@code coefficient[k]}. */
  @Override
  public Fit fit(Panel panel) {
    int n = panel.observations();
    if (covariance.size() != n) {
      throw SensitivityErrors.sizesDiffer(n, n, covariance.size());
    }
    Matrix matrix =
        Matrix.of(
            n,
            n,
            IntStream.range(0, n * n)
                .mapToDouble(i -> panel.number(covariance.get(i % n), i / n))
                .toArray());
    StudentT normal = new StudentT(Double.POSITIVE_INFINITY, level);
    List<Estimate> estimates = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      double stdError = Math.sqrt(matrix.at(row, row));
      estimates.add(
          normal.estimate(
              term(relativePeriod(panel, row)), panel.number(coefficient, row), stdError));
    }
    return new Fit(
        this,
        n,
        List.of(),
        List.of(),
        List.of(),
        estimates,
        matrix,
        Double.POSITIVE_INFINITY,
        level);
  }

  /** The coefficients as sensitivity analysis sees them. */
  public EventCoefficients coefficients(Fit fit, Panel panel) {
    Map<Integer, String> terms = new TreeMap<>();
    IntStream.range(0, panel.observations())
        .map(row -> relativePeriod(panel, row))
        .forEach(k -> terms.put(k, term(k)));
    return EventCoefficients.of(fit, terms, -1);
  }

  /** The relative periods after the event. */
  public List<Integer> after(Panel panel) {
    return IntStream.range(0, panel.observations())
        .map(row -> relativePeriod(panel, row))
        .filter(k -> k >= 0)
        .sorted()
        .boxed()
        .collect(Collectors.toList());
  }

  private int relativePeriod(Panel panel, int row) {
    double period = panel.number(time, row);
    if (period != Math.rint(period)) {
      throw SensitivityErrors.noWholePeriod(time, period);
    }
    return (int) period - eventPeriod;
  }

  private String term(int k) {
    return coefficient + "[" + k + "]";
  }
}
