package id.dampak.job;

import id.dampak.contract.PublishedSales;
import id.dampak.disclosure.Contributions;
import id.dampak.disclosure.Place;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study.Dimension;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What stands behind the sales of the finest groups of a study.
 *
 * @param window before or during
 * @param region a group, or all where the study does not split by it; so with the next two
 */
record SalesCell(
    String window, String region, String sizeClass, String sector, Contributions inside) {

  /** The cell of a row of {@link WindowSales#contributions}. */
  static SalesCell of(Row row) {
    FieldReader cell = new FieldReader(row);
    return new SalesCell(
        cell.text(PublishedSales.WINDOW),
        cell.text(PublishedSales.REGION_CODE),
        cell.text(PublishedSales.SIZE_CLASS),
        cell.text(PublishedSales.SECTOR),
        new Contributions(
            row.<Long>getAs(WindowSales.MEMBERS),
            row.<Long>getAs(WindowSales.CONTRIBUTORS),
            row.<Long>getAs(WindowSales.TOTAL),
            row.<Long>getAs(WindowSales.LARGEST),
            row.<Long>getAs(WindowSales.SECOND)));
  }

  /** Where a group of one dimension has its total. */
  static Place marginOf(Dimension dimension, String group) {
    return switch (dimension) {
      case REGION, SECTOR -> new Place(label(dimension, group), Place.ALL);
      case SIZE_CLASS -> new Place(Place.ALL, label(dimension, group));
    };
  }

  /**
   * Its place in the table of regions and size classes. A group has the same place however else the
   * study splits, so that what one release hid a later one finds.
   */
  Place regionAndSize(Set<Dimension> splits) {
    return new Place(
        splits.contains(Dimension.REGION) ? label(Dimension.REGION, region) : Place.ALL,
        splits.contains(Dimension.SIZE_CLASS) ? label(Dimension.SIZE_CLASS, sizeClass) : Place.ALL);
  }

  /** Its place in the table of sectors. */
  Place sectorPlace() {
    return marginOf(Dimension.SECTOR, sector);
  }

  /** What a group goes by in every table, such as {@code region=31}. */
  static String label(Dimension dimension, String group) {
    return dimension.name().toLowerCase(Locale.ROOT) + "=" + group;
  }

  /** The group that a label stands for; all, where it stands for another dimension or for all. */
  static String group(Dimension dimension, String label) {
    String prefix = label(dimension, "");
    return label.startsWith(prefix) ? label.substring(prefix.length()) : PublishedSales.ALL;
  }
}
