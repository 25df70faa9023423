package id.dampak.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A table with what becomes of each cell.
 *
 * @param table the table
 * @param statuses one a cell, in the table's order
 */
public record Suppression(MagnitudeTable table, List<Status> statuses) {

  /** Canonical constructor; copies the list. */
  public Suppression {
    statuses = List.copyOf(statuses);
    if (statuses.size() != table.size()) {
      throw new IllegalArgumentException(
          statuses.size() + " statuses for " + table.size() + " cells");
    }
  }

  /** Every cell that is not published, with why. */
  public Map<Place, Status> hidden() {
    Map<Place, Status> hidden = new HashMap<>();
    for (int cell = 0; cell < table.size(); cell++) {
      if (statuses.get(cell) != Status.PUBLISHED) {
        hidden.put(table.cells().get(cell).place(), statuses.get(cell));
      }
    }
    return hidden;
  }

  /** How many cells, totals included, have this status. */
  public long count(Status status) {
    return statuses.stream().filter(status::equals).count();
  }

  /** Share of the inner cells with contributors that are hidden; 0 where there are none. */
  public double cellsLost() {
    return lost(cell -> cell.isNobody() ? 0 : 1);
  }

  /** Share of the table's total that lies in hidden inner cells; 0 where the total is. */
  public double valueLost() {
    return lost(Contributions::total);
  }

  private double lost(ToLongFunction<Contributions> measure) {
    long hidden = 0;
    long all = 0;
    for (int cell : IntStream.range(0, table.size()).filter(table::isInner).toArray()) {
      long amount = measure.applyAsLong(table.contributions(cell));
      all += amount;
      hidden += statuses.get(cell) == Status.PUBLISHED ? 0 : amount;
    }
    return all == 0 ? 0 : (double) hidden / all;
  }
}
