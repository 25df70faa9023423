package id.dampak.gold;

import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.PanelCell;
import id.dampak.contract.Transaction;
import id.dampak.study.Period;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Periods of the panel that have to be derived anew, because sales in them came or went. */
public final class TouchedPeriods {
  private final Period period;
  private final SortedSet<LocalDateTime> starts;

  /** The periods of a length that start at {@code starts}. */
  public TouchedPeriods(Period period, Collection<LocalDateTime> starts) {
    this.period = period;
    this.starts = new TreeSet<>(starts);
  }

  /**
   * The starts of the periods within the study's window in which transactions lie, each once, under
   * the name of {@link PanelCell#PERIOD_START}.
   *
   * @param changed rows of {@link Transaction} as they were or as they are
   */
  public static Dataset<Row> startsOf(Dataset<Row> changed, Study study) {
    return changed
        .filter(Sales.within(Transaction.LOCAL_AT.col(), study.window()))
        .select(Sales.period(Transaction.LOCAL_AT.col(), study).as(PanelCell.PERIOD_START.name()))
        .distinct();
  }

  /** The starts of the periods, in order. */
  public List<LocalDateTime> starts() {
    return List.copyOf(starts);
  }

  /** Whether nothing has to be derived. */
  public boolean isEmpty() {
    return starts.isEmpty();
  }

  /**
   * The transactions in these periods: by ranges of time, for which storage knows where to look.
   */
  public Dataset<Row> of(Dataset<Row> transactions) {
    return transactions.filter(
        ranges().stream().map(TouchedPeriods::within).reduce(lit(false), Column::or));
  }

  private record Range(LocalDateTime from, LocalDateTime until) {}

  /** Periods that follow one another are one range. */
  private List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    for (LocalDateTime start : starts) {
      LocalDateTime end = period.plus(start, 1);
      int last = ranges.size() - 1;
      if (last >= 0 && ranges.get(last).until().equals(start)) {
        ranges.set(last, new Range(ranges.get(last).from(), end));
      } else {
        ranges.add(new Range(start, end));
      }
    }
    return ranges;
  }

  private static Column within(Range range) {
    Column time = Transaction.LOCAL_AT.col();
    return time.geq(lit(range.from())).and(time.lt(lit(range.until())));
  }
}
