package id.dampak.cli;

import id.dampak.contract.Table;
import id.dampak.error.CommandErrors;
import id.dampak.format.Container;
import id.dampak.format.Mapping;
import id.dampak.format.Mapping.Arithmetic;
import id.dampak.format.SourceColumn;
import id.dampak.format.SourceColumn.Presence;
import id.dampak.format.SourceFormat;
import id.dampak.study.Input.Format;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the formats that files may have, or describes one. */
@Command(
    name = "formats",
    mixinStandardHelpOptions = true,
    description =
        "Lists the formats of input files with the columns they need, or all columns of one.",
    footer = {"", "Examples: dampak formats", "          dampak formats tiktok_orders"})
final class FormatsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Format to describe.")
  String name = "";

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (name.isEmpty()) {
      Arrays.stream(Format.values()).forEach(format -> list(format, out));
    } else {
      Format named =
          Arrays.stream(Format.values())
              .filter(format -> format.id().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      CommandErrors.noSuchFormat(
                          name, Arrays.stream(Format.values()).map(Format::id).toList()));
      describe(named, out);
    }
    out.flush();
  }

  private static void list(Format format, PrintWriter out) {
    SourceFormat declaration = format.declaration();
    out.printf("%-18s %s%n", format.id(), declaration.summary());
    out.printf("%-18s   for    %s, as %s%n", "", target(declaration), containers(declaration));
    out.printf("%-18s   needs  %s%n", "", needed(declaration));
  }

  private static void describe(Format format, PrintWriter out) {
    SourceFormat declaration = format.declaration();
    out.println(declaration.summary() + ".");
    out.println("For " + target(declaration) + ", as " + containers(declaration) + ".");
    out.println("Dates: " + dates(declaration) + ". Numbers: " + numbers(declaration) + ".");
    if (!declaration.isDeclared()) {
      out.println("Columns: those that the study maps.");
      return;
    }
    out.println();
    TextTable columns = new TextTable(List.of("column", "", "handling", "also called"));
    for (SourceColumn column : declaration.columns()) {
      columns.add(
          List.of(
              column.name(),
              column.presence() == Presence.REQUIRED ? "required" : "",
              column.handling().name().toLowerCase(Locale.ROOT),
              String.join(", ", column.spellings().subList(1, column.spellings().size()))));
    }
    columns.print(out);
    if (!declaration.fields().isEmpty()) {
      out.println();
      TextTable fields = new TextTable(List.of("field", "comes from"));
      declaration.fields().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> fields.add(List.of(entry.getKey(), source(entry.getValue()))));
      fields.print(out);
    }
  }

  private static String target(SourceFormat format) {
    return format.target().map(Table::id).orElse("the table that the study says");
  }

  private static String containers(SourceFormat format) {
    return format.containers().stream().map(Container::name).collect(Collectors.joining(" or "));
  }

  private static String needed(SourceFormat format) {
    return format.isDeclared()
        ? format.required().stream().map(SourceColumn::name).collect(Collectors.joining(", "))
        : "the columns that the study maps";
  }

  private static String dates(SourceFormat format) {
    return switch (format.datePatterns().size()) {
      case 0 -> "ISO, unless the study says otherwise";
      case 1 -> format.datePatterns().get(0);
      default ->
          "the study must say date_format, seen are " + String.join(" and ", format.datePatterns());
    };
  }

  private static String numbers(SourceFormat format) {
    return format
        .numbers()
        .map(style -> style.name().toLowerCase(Locale.ROOT))
        .orElse("plain, and the study must say numbers where there are others");
  }

  private static String source(Mapping mapping) {
    if (mapping.constant().isPresent()) {
      return "\"" + mapping.constant().get() + "\"";
    }
    Arithmetic arithmetic = mapping.arithmetic();
    StringBuilder source = new StringBuilder(String.join(" and ", mapping.columns()));
    arithmetic.times().ifPresent(column -> source.append(" × ").append(column));
    arithmetic.per().ifPresent(column -> source.append(" ÷ ").append(column));
    if (arithmetic.divideBy().compareTo(BigDecimal.ONE) != 0) {
      source.append(" ÷ ").append(arithmetic.divideBy());
    }
    arithmetic.less().forEach(field -> source.append(" − ").append(field));
    if (!mapping.values().isEmpty()) {
      source.append(", recoded: ");
      source.append(
          mapping.values().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> entry.getKey() + " = " + entry.getValue())
              .collect(Collectors.joining(", ")));
    }
    return source.toString();
  }
}
