package id.dampak.bronze;

import java.util.Iterator;
import java.util.List;

/** The lines of one open file as texts of cells, the header and what stands above it included. */
interface Records extends Iterator<List<String>>, AutoCloseable {

  /**
   * The cells of a row that belongs under a header of so many columns: a workbook leaves out the
   * last ones where they are empty.
   */
  default List<String> filled(List<String> cells, int width) {
    return cells;
  }

  @Override
  void close();
}
