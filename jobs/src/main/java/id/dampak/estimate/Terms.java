package id.dampak.estimate;

import id.dampak.linalg.LongCodes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What names in a specification stand for: {@code a*b} is a product, {@code a^b} are cells. */
final class Terms {
  private static final Pattern PRODUCT = Pattern.compile("\\s*\\*\\s*");
  private static final Pattern CELLS = Pattern.compile("\\s*\\^\\s*");

  private Terms() {}

  /** Names of the columns that {@code term}, a column or product of columns, is made of. */
  static List<String> factorsOf(String term) {
    return PRODUCT.splitAsStream(term.strip()).toList();
  }

  /** Names of the columns that the categories {@code effect}, a column or cells, are made of. */
  static List<String> columnsOf(String effect) {
    return CELLS.splitAsStream(effect.strip()).toList();
  }

  /** The values of a column or product for the observations {@code rows}. */
  static double[] values(Panel panel, String term, int[] rows) {
    double[] product = new double[rows.length];
    List<String> factors = factorsOf(term);
    double[] first = panel.numbers(factors.get(0));
    for (int i = 0; i < rows.length; i++) {
      product[i] = first[rows[i]];
    }
    for (String factor : factors.subList(1, factors.size())) {
      double[] values = panel.numbers(factor);
      for (int i = 0; i < rows.length; i++) {
        product[i] *= values[rows[i]];
      }
    }
    return product;
  }

  /** Codes of a column or of the cells {@code a^b}; missing where any part is. */
  static Column.Coded coded(Panel panel, String effect) {
    List<String> columns = columnsOf(effect);
    Column.Coded cells = panel.coded(columns.get(0));
    for (String column : columns.subList(1, columns.size())) {
      cells = crossed(cells, panel.coded(column));
    }
    return cells;
  }

  /** The label in {@code row} of a column or of the cells {@code a^b}. */
  static String label(Panel panel, String effect, int row) {
    return columnsOf(effect).stream()
        .map(column -> panel.label(column, row))
        .collect(Collectors.joining("^"));
  }

  private static Column.Coded crossed(Column.Coded a, Column.Coded b) {
    LongCodes cells = new LongCodes(1024);
    int[] codes = new int[a.codes().length];
    for (int i = 0; i < codes.length; i++) {
      int left = a.codes()[i];
      int right = b.codes()[i];
      codes[i] = left < 0 || right < 0 ? -1 : cells.codeOf((long) left * b.levels() + right);
    }
    return new Column.Coded(codes, cells.size());
  }
}
