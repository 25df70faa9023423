package id.dampak.estimate;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns that a specification names, as numbers or as categories. */
final class ColumnNames {
  private final Set<String> numbers = new TreeSet<>();
  private final Set<String> categories = new TreeSet<>();

  ColumnNames numbers(Collection<String> terms) {
    terms.forEach(term -> numbers.addAll(Terms.factorsOf(term)));
    return this;
  }

  ColumnNames categories(Collection<String> effects) {
    effects.forEach(effect -> categories.addAll(Terms.columnsOf(effect)));
    return this;
  }

  ColumnNames optional(Optional<String> weights, Variance variance) {
    weights.ifPresent(numbers::add);
    return variance instanceof Variance.Clustered clustered ? categories(clustered.by()) : this;
  }

  Set<String> all() {
    Set<String> all = new TreeSet<>(numbers);
    all.addAll(categories);
    return all;
  }

  /** Columns that are used as categories only. */
  Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(categories);
    identifiers.removeAll(numbers);
    return identifiers;
  }
}
