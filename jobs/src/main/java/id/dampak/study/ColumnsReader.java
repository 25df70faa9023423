package id.dampak.study;

import id.dampak.format.Mapping;
import id.dampak.format.Mapping.Arithmetic;
import id.dampak.format.Mapping.BlankParts;
import id.dampak.format.Mapping.RowNumber;
import id.dampak.format.SourceColumn.Handling;
import id.dampak.format.SourceFormat;
import id.dampak.study.Input.Format;
import id.dampak.study.Input.Target;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads where the fields of an input come from: what the format says, and what the study changes.
 */
final class ColumnsReader {
  private final Target target;
  private final Format format;

  ColumnsReader(Target target, Format format) {
    this.target = target;
    this.format = format;
  }

  Map<String, Mapping> columns(Section input) {
    SourceFormat declaration = format.declaration();
    Map<String, Mapping> columns = new LinkedHashMap<>(declaration.fields());
    input.optionalSection("columns").ifPresent(block -> addTo(columns, block, input));
    if (declaration.isDeclared() && !declaration.hasOwnRules()) {
      for (String field : Fields.mandatory(target)) {
        if (!columns.containsKey(field)) {
          throw input.contradiction(
              "format",
              "files of the format " + format.id() + " do not say the " + field,
              "Every row of the table "
                  + target.name().toLowerCase(java.util.Locale.ROOT)
                  + " needs one",
              "Give it under columns:, for example "
                  + field
                  + ": {constant: my-shop}, or "
                  + field
                  + ": {file_name: '(.+)-orders.*'} where each file names its own");
        }
      }
    }
    return columns;
  }

  private void addTo(Map<String, Mapping> columns, Section block, Section input) {
    if (format.declaration().hasOwnRules()) {
      throw input.contradiction(
          "columns",
          "the format " + format.id() + " takes no columns",
          "What its columns mean is known",
          "Remove \"columns:\", or write \"format: csv\" and map every field");
    }
    for (String field : Fields.all(target)) {
      if (block.has(field)) {
        Mapping mapping = mapping(field, block);
        mapping.reads().forEach(column -> requireThatItLands(block, field, column));
        columns.put(field, mapping.named(this::landed));
      }
    }
    block.done();
  }

  /** The name in bronze of a column that the study may call by any of its spellings. */
  private String landed(String column) {
    return format.declaration().column(column).map(known -> known.name()).orElse(column);
  }

  private void requireThatItLands(Section block, String field, String column) {
    boolean personal =
        format
            .declaration()
            .column(column)
            .map(known -> known.handling() == Handling.PERSONAL)
            .orElse(false);
    if (personal) {
      throw block.contradiction(
          field,
          "the column \"" + column + "\" of the format " + format.id() + " is personal",
          "Columns that tell about a person never land, so that no field can come from them",
          "Take another column");
    }
  }

  private Mapping mapping(String field, Section block) {
    if (block.isScalar(field)) {
      return Mapping.column(block.text(field));
    }
    Section section = block.section(field);
    Mapping mapping =
        new Mapping(
            section.texts("column"),
            section.optionalOneOf("blank_parts", BlankParts.class).orElse(BlankParts.MISSING),
            section.optionalOneOf("row_number", RowNumber.class).orElse(RowNumber.LEFT_OUT),
            section.optionalText("constant"),
            section.optional(
                "file_name",
                "an expression with one group in parentheses, such as (.+)-orders.*",
                ColumnsReader::withOneGroup),
            section.textsByName("values"),
            arithmetic(section),
            List.of());
    section.done();
    requireOneSource(section, mapping);
    if (!field.equals(Fields.AMOUNT) && section.has("less")) {
      throw section.contradiction(
          "less",
          "the field " + field + " is not what is left",
          "The amount is what is left of the gross after discounts and refunds",
          "Remove \"less:\"");
    }
    for (String key : List.of("divide_by", "times", "per")) {
      if (!Fields.isAmount(field) && section.has(key)) {
        throw section.contradiction(
            key,
            "the field " + field + " cannot be calculated",
            "Only an amount is a number to calculate with",
            "Remove \"" + key + ":\"");
      }
    }
    return mapping;
  }

  private Arithmetic arithmetic(Section section) {
    List<String> less =
        section.list(
            "less",
            "other amounts of the row: " + String.join(", ", Fields.amounts(target)),
            this::amount);
    return new Arithmetic(
        section.optionalText("times"),
        section.optionalText("per"),
        section
            .optional("divide_by", "a number other than 0", ColumnsReader::divisor)
            .orElse(BigDecimal.ONE),
        less);
  }

  private String amount(String field) {
    if (field.equals(Fields.AMOUNT) || !Fields.amounts(target).contains(field)) {
      throw new IllegalArgumentException(field);
    }
    return field;
  }

  private static void requireOneSource(Section section, Mapping mapping) {
    List<String> given =
        List.of("column", "constant", "file_name").stream().filter(section::has).toList();
    if (given.size() != 1) {
      throw section.contradiction(
          "column",
          given.isEmpty()
              ? "a field has neither a column nor a constant nor a file name"
              : "a field has both a " + String.join(" and a ", given).replace('_', ' '),
          "A field comes from one or more columns, is the same in every row, or stands in the name of"
              + " the file",
          "Give one of \"column:\", \"constant:\" and \"file_name:\"");
    }
    for (String key : List.of("values", "row_number", "blank_parts", "times", "per")) {
      if (mapping.columns().isEmpty() && section.has(key)) {
        throw section.contradiction(
            given.get(0),
            "a " + given.get(0).replace('_', ' ') + " goes without \"" + key + ":\"",
            "It is the same in every row of a file, as it stands",
            "Remove \"" + key + ":\", or give a column");
      }
    }
  }

  private static String withOneGroup(String expression) {
    if (Pattern.compile(expression).matcher("").groupCount() != 1) {
      throw new IllegalArgumentException(expression);
    }
    return expression;
  }

  private static BigDecimal divisor(String text) {
    BigDecimal divisor = new BigDecimal(text);
    if (divisor.signum() == 0) {
      throw new IllegalArgumentException(text);
    }
    return divisor;
  }
}
