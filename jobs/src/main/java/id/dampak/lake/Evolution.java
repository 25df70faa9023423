package id.dampak.lake;

import id.dampak.contract.Check;
import id.dampak.contract.Field;
import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.error.LakeErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Brings a stored table to its contract where the rows that it holds keep their meaning: columns
 * that rows may lack, checks that they meet. What would change or lose a row is refused.
 */
final class Evolution {
  private static final String GRAIN = "dampak.grain";
  private static final String WALL_CLOCK = "delta.feature.timestampNtz";
  private static final String CONSTRAINT = "delta.constraints.";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Lake lake;
  private final Table table;
  private final StoredTable stored;

  private Evolution(Lake lake, Table table) {
    this.lake = lake;
    this.table = table;
    this.stored = StoredTable.of(lake, table);
  }

  /**
   * Changes what is stored, in transactions of their own, before rows of the contract are written.
   *
   * @throws id.dampak.error.DampakException where the contract is not for the rows that are there
   */
  static void bring(Lake lake, Table table) {
    Evolution evolution = new Evolution(lake, table);
    evolution.requireCompatible();
    evolution.columns();
    evolution.checks();
    evolution.settings();
  }

  /** What the settings of a new table say of its contract. */
  static Map<String, String> settings(Table table, Retention retention) {
    Map<String, String> settings = new LinkedHashMap<>(retention.properties());
    settings.put(GRAIN, grain(table));
    if (table.layer() == Layer.SILVER) { // what gold is derived from
      settings.put(Changes.KEPT, "true");
    }
    table.checks().forEach(check -> settings.put(CONSTRAINT + check.name(), check.condition()));
    return settings;
  }

  /**
   * Rows in the columns of the contract, by name: those of an earlier version lack some, and those
   * of a later one have more.
   *
   * @throws id.dampak.error.DampakException where they lack one that the contract requires
   */
  static Dataset<Row> selected(Lake lake, Table table, Dataset<Row> rows) {
    List<String> present = List.of(rows.columns());
    if (present.equals(names(table))) {
      return rows;
    }
    requireReadable(lake, table, present);
    return rows.selectExpr(known(table, present).toArray(String[]::new));
  }

  /**
   * Asks whether rows with some columns can be read by the contract.
   *
   * @throws id.dampak.error.DampakException where they lack one that it requires
   */
  static void requireReadable(Lake lake, Table table, List<String> present) {
    if (table.fields().stream().anyMatch(f -> !f.nullable() && !present.contains(f.name()))) {
      new Evolution(lake, table).requireCompatible();
    }
  }

  /** The same as SQL writes it, and then what else is stored, for those who look at it. */
  static String expressions(Table table, String[] stored) {
    List<String> present = List.of(stored);
    List<String> expressions = new ArrayList<>(known(table, present));
    present.stream()
        .filter(name -> !names(table).contains(name))
        .map(StoredTable::quoted)
        .forEach(expressions::add);
    return String.join(", ", expressions);
  }

  private static List<String> known(Table table, List<String> present) {
    return table.fields().stream()
        .filter(field -> field.nullable() || present.contains(field.name()))
        .map(
            field ->
                present.contains(field.name())
                    ? StoredTable.quoted(field.name())
                    : "CAST(NULL AS %s) AS %s"
                        .formatted(field.type().sql(), StoredTable.quoted(field.name())))
        .toList();
  }

  private void requireCompatible() {
    List<String> differences = new ArrayList<>();
    List<String> declared = names(table);
    for (StructField column : stored.schema().fields()) {
      if (!declared.contains(column.name())) {
        differences.add(column.name() + " is no longer declared");
      }
    }
    for (Field field : table.fields()) {
      difference(field).ifPresent(differences::add);
    }
    String grain = stored.properties().getOrDefault(GRAIN, grain(table));
    if (!grain.equals(grain(table))) {
      differences.add("rows were told apart by " + grain + " and now are by " + grain(table));
    }
    if (!differences.isEmpty()) {
      throw LakeErrors.otherColumns(
          table.id(),
          lake.root(),
          List.of(stored.schema().fieldNames()),
          declared,
          differences,
          remedy());
    }
  }

  private Optional<String> difference(Field field) {
    Optional<StructField> column = column(field);
    if (column.isEmpty()) {
      return field.nullable()
          ? Optional.empty()
          : Optional.of(field.name() + " is required, and the rows that are there have none");
    }
    String was = column.get().dataType().sql();
    if (!was.equals(field.type().sql())) {
      return Optional.of(
          field.name() + " is stored as " + was + " and declared " + field.type().sql());
    }
    return column.get().nullable() && !field.nullable()
        ? Optional.of(field.name() + " is required, and rows that are there may lack it")
        : Optional.empty();
  }

  /** What is computed can be computed again; what landed and what ran cannot. */
  private String remedy() {
    String elsewhere = "Run into a new lake with --lake";
    return table.layer() == Layer.BRONZE || table.layer() == Layer.OPS
        ? elsewhere + "; the old one can still be read by the version that made it."
        : elsewhere
            + ", or remove the folder "
            + lake.path(table)
            + " and run again: all of it is computed, but earlier runs can then no longer be"
            + " reproduced.";
  }

  private void columns() {
    List<String> added = new ArrayList<>();
    Optional<Field> before = Optional.empty();
    for (Field field : table.fields()) {
      if (column(field).isEmpty()) {
        added.add(
            "%s %s COMMENT '%s' %s"
                .formatted(
                    StoredTable.quoted(field.name()),
                    field.type().sql(),
                    Slice.escaped(field.doc()),
                    before.map(f -> "AFTER " + StoredTable.quoted(f.name())).orElse("FIRST")));
      } else if (field.nullable() && !column(field).get().nullable()) {
        alter("ALTER COLUMN " + StoredTable.quoted(field.name()) + " DROP NOT NULL");
      }
      before = Optional.of(field);
    }
    if (!added.isEmpty()) {
      if (table.fields().stream()
          .anyMatch(field -> isWallClock(field) && column(field).isEmpty())) {
        Retention.set(lake, table, Map.of(WALL_CLOCK, "supported"));
      }
      alter("ADD COLUMNS (" + String.join(", ", added) + ")");
    }
  }

  /** Delta asks that a table be told before it has its first time without a zone. */
  private static boolean isWallClock(Field field) {
    return field.type().equals(DataTypes.TimestampNTZType);
  }

  private void checks() {
    Map<String, String> declared =
        table.checks().stream()
            .collect(Collectors.toMap(check -> CONSTRAINT + check.name(), Check::condition));
    stored
        .properties()
        .forEach(
            (property, condition) -> {
              if (property.startsWith(CONSTRAINT)
                  && !isSame(condition, declared.getOrDefault(property, ""))) {
                alter("DROP CONSTRAINT " + property.substring(CONSTRAINT.length()));
              }
            });
    for (Check check : table.checks()) {
      String condition = stored.properties().getOrDefault(CONSTRAINT + check.name(), "");
      if (!isSame(condition, check.condition())) {
        add(check);
      }
    }
  }

  /** Delta sets spaces of its own between the words of a condition. */
  private static boolean isSame(String condition, String other) {
    return SPACE.matcher(condition).replaceAll("").equals(SPACE.matcher(other).replaceAll(""));
  }

  private void add(Check check) {
    try {
      alter("ADD CONSTRAINT " + check.name() + " CHECK (" + check.condition() + ")");
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw LakeErrors.rowsBreakCheck(
            table.id(), lake.root(), check.name(), check.condition(), remedy());
      }
      throw e;
    }
  }

  /** Delta takes the two durations of a retention together or not at all. */
  private void settings() {
    Map<String, String> missing = new LinkedHashMap<>();
    if (!stored.properties().keySet().containsAll(Retention.USUAL.properties().keySet())) {
      missing.putAll(Retention.of(lake).properties());
    }
    if (!stored.properties().containsKey(GRAIN)) {
      missing.put(GRAIN, grain(table));
    }
    if (!missing.isEmpty()) {
      Retention.set(lake, table, missing);
    }
  }

  private void alter(String change) {
    lake.session().sql("ALTER TABLE " + stored.name() + " " + change);
  }

  private Optional<StructField> column(Field field) {
    return Arrays.stream(stored.schema().fields())
        .filter(column -> column.name().equals(field.name()))
        .findFirst();
  }

  private static String grain(Table table) {
    return table.grain().stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static List<String> names(Table table) {
    return table.fields().stream().map(Field::name).toList();
  }
}
