package id.dampak.silver;

import id.dampak.study.Fields;
import id.dampak.study.Input;
import id.dampak.study.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** The source columns that a file must have. */
public final class RequiredColumns {

  private RequiredColumns() {}

  /**
   * The source columns without which an input cannot be read, each with the field that needs it:
   * those of the fields that every row must have, and every column that the study maps.
   */
  public static Map<String, String> of(Input input) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (input.format() == Input.Format.STOP) {
      StopSuspensions.COLUMNS.forEach(column -> columns.put(column, "the STOP registry"));
      return columns;
    }
    for (String field : Fields.mandatory(input.target())) {
      add(input.columns().getOrDefault(field, Mapping.column(field)), field, columns);
    }
    input.columns().forEach((field, mapping) -> add(mapping, field, columns));
    return columns;
  }

  private static void add(Mapping mapping, String field, Map<String, String> columns) {
    mapping.columns().forEach(column -> columns.putIfAbsent(column, field));
  }
}
