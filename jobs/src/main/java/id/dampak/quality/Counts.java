package id.dampak.quality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The counts of one table, looked up and added up. */
final class Counts {
  private final List<Count> all;

  Counts(String table, List<Count> counts) {
    this.all = counts.stream().filter(count -> count.table().equals(table)).toList();
  }

  Stream<Count> of(Counted counted) {
    return all.stream().filter(count -> count.counted() == counted);
  }

  Stream<Count> of(Counted counted, String item) {
    return of(counted).filter(count -> count.item().equals(item));
  }

  long total(Counted counted) {
    return sum(of(counted));
  }

  static long sum(Stream<Count> counts) {
    return counts.mapToLong(Count::value).sum();
  }

  /** Sums of counts by a key that they have, in its order. */
  static <K extends Comparable<? super K>> NavigableMap<K, Long> by(
      Stream<Count> counts, Function<Count, K> key) {
    TreeMap<K, Long> sums = new TreeMap<>();
    counts.forEach(count -> sums.merge(key.apply(count), count.value(), Long::sum));
    return sums;
  }

  /** Accepted rows by period, of the days that enter the study. */
  NavigableMap<LocalDate, Long> rowsByPeriod(Periods periods) {
    return by(of(Counted.ROWS).filter(periods::use), count -> periods.of(count.day()));
  }

  /** Rows by the values of a column and by period, of the days that enter the study. */
  NavigableMap<LocalDate, Map<String, Long>> values(
      String column, Predicate<Count> use, Function<String, LocalDate> period) {
    String prefix = column + "=";
    TreeMap<LocalDate, Map<String, Long>> values = new TreeMap<>();
    of(Counted.VALUE)
        .filter(count -> count.item().startsWith(prefix))
        .filter(use)
        .forEach(
            count ->
                values
                    .computeIfAbsent(period.apply(count.day()), start -> new HashMap<>())
                    .merge(count.item().substring(prefix.length()), count.value(), Long::sum));
    return values;
  }
}
