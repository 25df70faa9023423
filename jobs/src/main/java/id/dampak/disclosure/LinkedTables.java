package id.dampak.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables of which cells of one place tell of the same merchants: what is hidden in one is hidden in
 * all, or the open one would help to guess the others.
 *
 * <p>Each table is protected by itself, with what the others hide hidden as well, in turn until
 * none hides more. Other relations across tables are not looked at.
 *
 * @param tables the tables
 */
public record LinkedTables(List<MagnitudeTable> tables) {

  /** Canonical constructor; copies the list. */
  public LinkedTables {
    tables = List.copyOf(tables);
  }

  /**
   * What each table may show, in their order.
   *
   * @param earlier cells that were hidden in earlier releases
   */
  public SuppressionPattern suppress(Suppressor suppressor, Map<Place, Status> earlier) {
    Map<Place, Status> hidden = new HashMap<>(earlier);
    List<Suppression> suppressed = new ArrayList<>();
    int settled = 0;
    for (int turn = 0; settled < tables.size(); turn++) {
      int table = turn % tables.size();
      Suppression shown = suppressor.suppress(tables.get(table), hidden);
      if (turn < tables.size()) {
        suppressed.add(shown);
      } else {
        suppressed.set(table, shown);
      }
      Map<Place, Status> before = Map.copyOf(hidden);
      hidden.putAll(new SuppressionPattern(List.of(shown)).hiddenWith(before));
      settled = hidden.equals(before) ? settled + 1 : 1;
    }
    return new SuppressionPattern(suppressed);
  }
}
