package id.dampak.estimate.synthetic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the synthetic unit should share with the treated one: the mean of a column over periods
 * before treatment. Empty cells are left out of the mean; a unit without any is refused.
 *
 * @param column numeric column, the outcome or another
 * @param periods the periods, in any order
 */
public record Predictor(String column, List<Integer> periods) {

  public Predictor {
    periods = List.copyOf(periods);
    if (periods.isEmpty() || periods.stream().distinct().count() < periods.size()) {
      throw new IllegalArgumentException("periods " + periods + " of predictor " + column);
    }
  }

  /** The mean over {@code first} to {@code last}. */
  public static Predictor over(String column, int first, int last) {
    return every(1, column, first, last);
  }

  /** The mean over every {@code step}th period from {@code first} to {@code last}. */
  public static Predictor every(int step, String column, int first, int last) {
    return new Predictor(
        column,
        IntStream.iterate(first, period -> period <= last, period -> period + step)
            .boxed()
            .toList());
  }

  /** The value in one period. */
  public static Predictor at(String column, int period) {
    return new Predictor(column, List.of(period));
  }

  /** The column and its periods, as in {@code gdp(1960..1969)}. */
  public String name() {
    int first = periods.stream().min(Integer::compare).orElseThrow();
    int last = periods.stream().max(Integer::compare).orElseThrow();
    return column + (first == last ? "(" + first + ")" : "(" + first + ".." + last + ")");
  }
}
