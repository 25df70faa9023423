package id.dampak.bronze;

import java.util.Iterator;
import java.util.List;

/** The lines of one open file as texts of cells, the header and what stands above it included. */
interface Records extends Iterator<List<String>>, AutoCloseable {

  @Override
  void close();
}
