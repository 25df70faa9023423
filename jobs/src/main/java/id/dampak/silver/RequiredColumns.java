package id.dampak.silver;

import id.dampak.format.Mapping;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import java.util.LinkedHashMap;
import java.util.Map;

/** The source columns that a file must have. */
public final class RequiredColumns {

  private RequiredColumns() {}

  /**
   * The source columns without which an input cannot be read, each with the field that needs it:
   * those that files of its format always have, those of the fields that every row must have, and
   * every column that the study itself maps.
   */
  public static Map<String, String> of(Input input) {
    Map<String, String> columns = new LinkedHashMap<>();
    input
        .format()
        .declaration()
        .required()
        .forEach(column -> columns.put(column.name(), "the format " + input.format().id()));
    if (input.format().declaration().hasOwnRules()) {
      return columns;
    }
    Map<String, Mapping> usual = input.format().declaration().fields();
    for (String field : Fields.mandatory(input.target())) {
      if (!input.mapping(field).equals(usual.get(field))) {
        add(input.mapping(field), field, columns); // what its usual source is, the format demands
      }
    }
    input
        .columns()
        .forEach(
            (field, mapping) -> {
              if (!mapping.equals(usual.get(field))) {
                add(mapping, field, columns);
              }
            });
    return columns;
  }

  private static void add(Mapping mapping, String field, Map<String, String> columns) {
    mapping.reads().forEach(column -> columns.putIfAbsent(column, field));
  }
}
