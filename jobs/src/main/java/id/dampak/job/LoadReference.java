package id.dampak.job;

import id.dampak.contract.Field;
import id.dampak.contract.ReferenceText;
import id.dampak.contract.ReferenceVersion;
import id.dampak.contract.Table;
import id.dampak.lake.Intent;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Brings the reference files of the program into the lake. A table whose file has not changed since
 * it was loaded is left alone, because every write costs about a second.
 */
final class LoadReference {
  /** The tables, and the one that says what is loaded. */
  static final List<Table> WRITES =
      Stream.concat(
              ReferenceFile.ALL.stream().map(ReferenceFile::table),
              Stream.of(ReferenceVersion.TABLE))
          .toList();

  private static final String VERSION = "version";

  private LoadReference() {}

  static void run(RunContext run) {
    Intent intent = run.lake().intent("load-reference", ReferenceVersion.TABLE.name());
    Map<ReferenceFile, ReferenceText> texts = new LinkedHashMap<>();
    ReferenceFile.ALL.forEach(file -> texts.put(file, file.text()));
    Set<String> plan = plan(texts);
    boolean all = run.derivation() == Derivation.OF_EVERYTHING || intent.forbidsAdding(() -> plan);
    Map<String, Row> loaded = all ? Map.of() : loaded(run);
    List<Row> versions = new ArrayList<>();
    Map<ReferenceFile, ReferenceText> changed = new LinkedHashMap<>();
    texts.forEach(
        (file, text) -> {
          Row before = loaded.get(file.table().id());
          if (before != null
              && new FieldReader(before).text(ReferenceVersion.SHA256).equals(text.sha256())
              && run.lake().has(file.table())) {
            versions.add(before);
          } else {
            versions.add(version(run, file, text));
            changed.put(file, text);
          }
        });
    if (!changed.isEmpty()) {
      intent.begin(plan, all);
    }
    SideBySide.each(
        changed.entrySet(),
        file -> replace(run, file.getKey().table(), rows(file.getKey().table(), file.getValue())));
    changed.forEach(
        (file, text) ->
            run.tally(Tally.of(file.table().id(), text.records().size(), text.records().size())));
    if (!changed.isEmpty()) {
      replace(run, ReferenceVersion.TABLE, versions);
    }
    intent.fulfil();
    if (changed.size() < ReferenceFile.ALL.size()) {
      run.note((ReferenceFile.ALL.size() - changed.size()) + " tables are unchanged");
    }
  }

  private static Set<String> plan(Map<ReferenceFile, ReferenceText> texts) {
    return texts.entrySet().stream()
        .map(file -> file.getKey().table().id() + " " + file.getValue().sha256())
        .collect(Collectors.toSet());
  }

  private static Map<String, Row> loaded(RunContext run) {
    Map<String, Row> loaded = new HashMap<>();
    if (run.lake().has(ReferenceVersion.TABLE)) {
      run.lake()
          .read(ReferenceVersion.TABLE)
          .collectAsList()
          .forEach(row -> loaded.put(new FieldReader(row).text(ReferenceVersion.TABLE_NAME), row));
    }
    return loaded;
  }

  private static void replace(RunContext run, Table table, List<Row> rows) {
    run.lake().replaceAll(table, run.lake().rows(table, rows));
  }

  static List<Row> rows(Table table, ReferenceText text) {
    return text.records().stream().map(record -> row(table, record, text)).toList();
  }

  private static Row row(Table table, Map<String, String> record, ReferenceText text) {
    TableRow row = new TableRow(table);
    for (Field field : table.fields()) {
      String value =
          field.name().equals(VERSION)
              ? ReferenceFile.version(text)
              : record.getOrDefault(field.name(), "");
      if (!value.isEmpty()) {
        row.with(field, typed(field, value));
      }
    }
    return row.row();
  }

  private static Object typed(Field field, String value) {
    return switch (field.type().typeName()) {
      case "long" -> Long.valueOf(value);
      case "date" -> Date.valueOf(value);
      default -> value;
    };
  }

  private static Row version(RunContext run, ReferenceFile file, ReferenceText text) {
    return new TableRow(ReferenceVersion.TABLE)
        .with(ReferenceVersion.TABLE_NAME, file.table().id())
        .with(ReferenceVersion.FILE, file.name())
        .with(ReferenceVersion.SHA256, text.sha256())
        .with(ReferenceVersion.VERSION, ReferenceFile.version(text))
        .with(ReferenceVersion.ROWS, (long) text.records().size())
        .with(ReferenceVersion.LOADED_AT, Timestamp.from(run.startedAt()))
        .row();
  }
}
