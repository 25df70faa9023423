package id.dampak.lake;

import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.DampakException;
import id.dampak.error.LakeErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes the tables of a lake known to SQL by name. */
public final class Catalog {
  private static final Pattern TABLE_NAME =
      Pattern.compile(
          "\\b(%s)`?\\s*\\.\\s*`?(\\w+)"
              .formatted(
                  Arrays.stream(Layer.values()).map(Layer::id).collect(Collectors.joining("|"))),
          Pattern.CASE_INSENSITIVE);
  private static final String NOT_FOUND = "TABLE_OR_VIEW_NOT_FOUND";

  private final Lake lake;

  /** The catalog of a lake. */
  public Catalog(Lake lake) {
    this.lake = lake;
  }

  /**
   * The rows of a query.
   *
   * @param asOf Delta version or ISO time at which every table is read; the latest where empty
   */
  public Dataset<Row> query(String sql, Optional<String> asOf) {
    try {
      ReadOnly.require(session(), sql);
      for (String id : mentioned(sql)) {
        Optional<Table> stored = Tables.named(id).filter(lake::has);
        stored.ifPresentOrElse(table -> register(table, asOf), () -> forget(id));
      }
      return session().sql(sql);
    } catch (AnalysisException wrong) {
      throw explained(wrong);
    }
  }

  /**
   * Only these are registered: each costs a read of its transaction log. A text in quotes or an
   * alias may look like one of them, so that only Spark can say which is missing.
   */
  private static List<String> mentioned(String sql) {
    return TABLE_NAME.matcher(sql).results().map(Catalog::id).distinct().toList();
  }

  private static String id(MatchResult match) {
    return (match.group(1) + "." + match.group(2)).toLowerCase(Locale.ROOT);
  }

  private DampakException explained(AnalysisException wrong) {
    if (!NOT_FOUND.equals(wrong.getCondition())) {
      return LakeErrors.badQuery(firstLine(wrong));
    }
    String name = wrong.getMessageParameters().getOrDefault("relationName", "?").replace("`", "");
    return LakeErrors.noSuchTable(
        name, lake.root(), Tables.ALL.stream().filter(lake::has).map(Table::id).toList());
  }

  /** A view that an earlier query on another lake has left must not answer for this one. */
  private void forget(String id) {
    if (session().catalog().tableExists(id)) {
      session().sql("DROP VIEW " + id);
    }
  }

  private void register(Table table, Optional<String> asOf) {
    // Located in the lake, or Spark would make a folder for it where the program runs.
    session()
        .sql(
            "CREATE DATABASE IF NOT EXISTS %s LOCATION '%s'"
                .formatted(
                    table.layer().id(),
                    Slice.escaped(lake.root().resolve(table.layer().id()).toUri().toString())));
    String source = StoredTable.sqlName(lake, table);
    if (asOf.isPresent()) {
      lake.log(table).requireWhole();
    }
    String version = asOf.map(Catalog::travel).orElse("");
    try {
      Dataset<Row> rows = session().sql("SELECT * FROM " + source + version);
      asOf.ifPresent(then -> requireWhole(table, then, rows));
      session()
          .sql(
              "CREATE OR REPLACE VIEW %s AS SELECT %s FROM %s%s"
                  .formatted(
                      table.id(), Evolution.expressions(table, rows.columns()), source, version));
    } catch (Exception e) {
      if (asOf.isPresent() && TimeTravel.isRefusal(e)) {
        throw LakeErrors.noSuchVersion(asOf.get(), table.id(), firstLine(e));
      }
      throw e;
    }
  }

  /** Of a version that was superseded long ago, files may have been removed. */
  private static void requireWhole(Table table, String asOf, Dataset<Row> rows) {
    TimeTravel.lack(rows)
        .ifPresent(
            lack -> {
              throw LakeErrors.noSuchVersion(asOf, table.id(), "The table " + lack + ".");
            });
  }

  private static String travel(String asOf) {
    return asOf.chars().allMatch(Character::isDigit)
        ? " VERSION AS OF " + asOf
        : " TIMESTAMP AS OF '" + Slice.escaped(asOf) + "'";
  }

  private SparkSession session() {
    return lake.session();
  }

  /** The message without what Spark draws below it: the query, with an arrow under the fault. */
  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
