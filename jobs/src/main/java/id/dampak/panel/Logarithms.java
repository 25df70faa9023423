package id.dampak.panel;

import id.dampak.error.TableFileErrors;
import id.dampak.estimate.Panel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns named {@code log(x)}: no file has them, they are made of its column x. */
final class Logarithms {
  private static final Pattern LOGARITHM = Pattern.compile("log\\((.+)\\)");

  private final Columns wanted;
  private final Map<String, String> sources = new LinkedHashMap<>();

  Logarithms(Columns wanted) {
    this.wanted = wanted;
    for (String name : new TreeSet<>(wanted.names())) {
      Matcher logarithm = LOGARITHM.matcher(name);
      if (logarithm.matches() && !wanted.identifiers().contains(name)) {
        sources.put(name, logarithm.group(1).strip());
      }
    }
  }

  /** The columns that a file must have. */
  Columns read() {
    Set<String> names = new TreeSet<>(wanted.names());
    names.removeAll(sources.keySet());
    names.addAll(sources.values());
    Set<String> identifiers = new TreeSet<>(wanted.identifiers());
    identifiers.removeAll(sources.values()); // one column cannot be a label and a number
    return new Columns(names, identifiers);
  }

  /**
   * What was read, with the logarithms; missing where their column is.
   *
   * @throws id.dampak.error.DampakException if a number has no logarithm
   */
  Panel with(Panel panel) {
    Panel all = panel;
    for (Map.Entry<String, String> source : sources.entrySet()) {
      String column = source.getValue();
      all = all.with(source.getKey(), row -> logarithm(column, panel.number(column, row), row + 1));
    }
    return all;
  }

  private static double logarithm(String column, double value, int row) {
    if (value <= 0) {
      throw TableFileErrors.noLogarithm(column, value, row);
    }
    return Math.log(value);
  }
}
