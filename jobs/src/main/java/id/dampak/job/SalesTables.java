package id.dampak.job;

import id.dampak.disclosure.Contributions;
import id.dampak.disclosure.LinkedTables;
import id.dampak.disclosure.MagnitudeTable;
import id.dampak.disclosure.Place;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study;
import id.dampak.study.Study.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of sales that a study publishes: regions by size classes in both windows, and sectors
 * beside them, as far as the study splits by these.
 *
 * @param windows window of each table
 * @param tables the tables
 */
record SalesTables(List<String> windows, List<MagnitudeTable> tables) {

  SalesTables {
    windows = List.copyOf(windows);
    tables = List.copyOf(tables);
  }

  static SalesTables of(Study study, List<SalesCell> cells) {
    List<String> windows = new ArrayList<>();
    List<MagnitudeTable> tables = new ArrayList<>();
    for (String window : List.of(WindowSales.BEFORE, WindowSales.DURING)) {
      List<SalesCell> within = cells.stream().filter(c -> c.window().equals(window)).toList();
      if (within.isEmpty()) {
        continue;
      }
      windows.add(window);
      tables.add(regionsAndSizes(study, within));
      if (study.dimensions().contains(Dimension.SECTOR)) {
        Map<Place, Contributions> sectors = new HashMap<>();
        within.forEach(c -> sectors.merge(c.sectorPlace(), c.inside(), Contributions::plus));
        windows.add(window);
        tables.add(MagnitudeTable.oneWay(sectors));
      }
    }
    return new SalesTables(windows, tables);
  }

  private static MagnitudeTable regionsAndSizes(Study study, List<SalesCell> cells) {
    Set<Dimension> splits = Set.copyOf(study.dimensions());
    Map<Place, Contributions> places = new HashMap<>();
    cells.forEach(c -> places.merge(c.regionAndSize(splits), c.inside(), Contributions::plus));
    return splits.containsAll(Set.of(Dimension.REGION, Dimension.SIZE_CLASS))
        ? MagnitudeTable.twoWay(places)
        : MagnitudeTable.oneWay(places);
  }

  LinkedTables linked() {
    return new LinkedTables(tables);
  }
}
