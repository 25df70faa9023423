package id.dampak.bronze;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of one open file, in file order. */
interface RowReader extends Iterator<LandedRow>, AutoCloseable {

  /** The columns that the file says it has, by the names under which they land. */
  List<String> columns();

  /**
   * The names of fields in lists, by the column that holds the list: columns of their own are only
   * those of objects. Each has the names of the objects around it before it, with dots between.
   */
  default Map<String, Set<String>> within() {
    return Map.of();
  }

  @Override
  void close();
}
