package id.dampak.estimate.inference;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a specification together with those of its strata. */
final class StrataColumns {

  private StrataColumns() {}

  static Set<String> with(Set<String> columns, Optional<String> strata) {
    Set<String> all = new TreeSet<>(columns);
    strata.ifPresent(
        cells -> {
          for (String column : cells.split("\\^", -1)) {
            all.add(column.strip());
          }
        });
    return all;
  }
}
