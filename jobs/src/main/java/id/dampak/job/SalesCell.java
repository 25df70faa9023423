package id.dampak.job;

import id.dampak.contract.PublishedSales;
import id.dampak.disclosure.Contributions;
import id.dampak.disclosure.Place;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study.Dimension;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stands behind the sales of the finest groups of a study.
 *
 * @param window before or during
 * @param region a group, or all where the study does not split by it; so with the next two
 */
record SalesCell(
    String window, String region, String sizeClass, String sector, Contributions inside) {

  /** The cells of rows of {@link WindowSales#contributions}. */
  static List<SalesCell> of(Dataset<Row> contributions) {
    return contributions.collectAsList().stream().map(SalesCell::of).toList();
  }

  private static SalesCell of(Row row) {
    FieldReader cell = new FieldReader(row);
    return new SalesCell(
        cell.text(PublishedSales.WINDOW),
        cell.text(PublishedSales.REGION_CODE),
        cell.text(PublishedSales.SIZE_CLASS),
        cell.text(PublishedSales.SECTOR),
        new Contributions(
            row.<Long>getAs(WindowSales.CONTRIBUTORS),
            row.<Long>getAs(WindowSales.TOTAL),
            row.<Long>getAs(WindowSales.LARGEST),
            row.<Long>getAs(WindowSales.SECOND)));
  }

  /** Its place in the table of regions and size classes. */
  Place regionAndSize() {
    return new Place(label(Dimension.REGION, region), label(Dimension.SIZE_CLASS, sizeClass));
  }

  /** Its place in the table of sectors. */
  String sectorLabel() {
    return label(Dimension.SECTOR, sector);
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
