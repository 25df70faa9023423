package id.dampak.bronze;

import java.util.Iterator;
import java.util.List;

/** The rows of one open file, in file order. */
interface RowReader extends Iterator<LandedRow>, AutoCloseable {

  /** The columns that the file says it has, by the names under which they land. */
  List<String> columns();

  @Override
  void close();
}
