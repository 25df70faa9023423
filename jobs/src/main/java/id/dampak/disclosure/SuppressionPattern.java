package id.dampak.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the cells of tables that are published together.
 *
 * @param tables one of each, in the order in which they are published
 */
public record SuppressionPattern(List<Suppression> tables) {

  /** Canonical constructor; copies the list. */
  public SuppressionPattern {
    tables = List.copyOf(tables);
  }

  /** Every place that some table hides, with the stricter of the reasons. */
  public Map<Place, Status> hidden() {
    return hiddenWith(Map.of());
  }

  /**
   * The same with the cells that were hidden in earlier releases: what was hidden by a rule once
   * stays so, though its merchants have gone.
   */
  public Map<Place, Status> hiddenWith(Map<Place, Status> earlier) {
    Map<Place, Status> hidden = new HashMap<>(earlier);
    tables.forEach(
        table ->
            table.hidden().forEach((place, why) -> hidden.merge(place, why, Status::stricter)));
    return hidden;
  }

  /** How many cells there are, totals included; what several tables have counts in each. */
  public long cells() {
    return tables.stream().mapToLong(table -> table.statuses().size()).sum();
  }

  /** How many of them have this status. */
  public long count(Status status) {
    return tables.stream().mapToLong(table -> table.count(status)).sum();
  }

  /** The largest share of a table's total that lies in its hidden inner cells. */
  public double valueLost() {
    return tables.stream().mapToDouble(Suppression::valueLost).max().orElse(0);
  }
}
