package id.dampak.job;

import id.dampak.contract.CalendarRow;
import id.dampak.contract.ProvinceAliasRow;
import id.dampak.contract.ProvinceRow;
import id.dampak.contract.ReferenceText;
import id.dampak.contract.SectorRow;
import id.dampak.contract.SizeClassRow;
import id.dampak.contract.Table;
import java.util.List;

/**
 * A table of reference and the file that it is loaded from. The file has the table's columns
 * without the last, {@code version}, which is a digest of the file.
 *
 * @param table the table
 * @param name the file's name
 */
record ReferenceFile(Table table, String name) {
  private static final int VERSION_LENGTH = 12;

  /** Every table that is loaded from a file. */
  static final List<ReferenceFile> ALL =
      List.of(
          new ReferenceFile(ProvinceRow.TABLE, "provinces.csv"),
          new ReferenceFile(ProvinceAliasRow.TABLE, "province_aliases.csv"),
          new ReferenceFile(SizeClassRow.TABLE, "size_classes.csv"),
          new ReferenceFile(SectorRow.TABLE, "sectors.csv"),
          new ReferenceFile(CalendarRow.TABLE, "calendar.csv"));

  /** Its rows as the file has them. */
  ReferenceText text() {
    return ReferenceText.named(name);
  }

  /** Version of a file with these bytes: it cannot be forgotten, and no two files share one. */
  static String version(ReferenceText text) {
    return text.sha256().substring(0, VERSION_LENGTH);
  }
}
