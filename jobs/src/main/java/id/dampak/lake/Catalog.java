package id.dampak.lake;

import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.LakeErrors;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes the tables of a lake known to SQL by name. */
public final class Catalog {
  private static final Pattern TABLE_NAME =
      Pattern.compile("\\b(bronze|silver|gold|ops)\\s*\\.\\s*`?(\\w+)", Pattern.CASE_INSENSITIVE);

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
    for (Layer layer : Layer.values()) {
      session().sql("CREATE DATABASE IF NOT EXISTS " + layer.id());
    }
    for (String id : mentioned(sql)) {
      register(stored(id), asOf);
    }
    try {
      return session().sql(sql);
    } catch (Exception e) { // Scala declares no checked exceptions, yet throws this one
      if (e instanceof AnalysisException) {
        throw LakeErrors.badQuery(firstLine(e));
      }
      throw e;
    }
  }

  /** Only these are registered: each costs a read of its transaction log. */
  private static List<String> mentioned(String sql) {
    return TABLE_NAME.matcher(sql).results().map(Catalog::id).distinct().toList();
  }

  private static String id(MatchResult match) {
    return (match.group(1) + "." + match.group(2)).toLowerCase(java.util.Locale.ROOT);
  }

  private Table stored(String id) {
    return Tables.named(id)
        .filter(lake::has)
        .orElseThrow(
            () ->
                LakeErrors.noSuchTable(
                    id,
                    lake.root(),
                    Tables.ALL.stream().filter(lake::has).map(Table::id).toList()));
  }

  private void register(Table table, Optional<String> asOf) {
    String source = "delta.`" + lake.path(table).toString().replace("`", "``") + "`";
    String version = asOf.map(Catalog::travel).orElse("");
    try {
      session()
          .sql(
              "CREATE OR REPLACE VIEW %s AS SELECT * FROM %s%s"
                  .formatted(table.id(), source, version));
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw LakeErrors.noSuchVersion(asOf.orElse("now"), table.id(), firstLine(e));
      }
      throw e;
    }
  }

  private static String travel(String asOf) {
    return asOf.chars().allMatch(Character::isDigit)
        ? " VERSION AS OF " + asOf
        : " TIMESTAMP AS OF '" + asOf.replace("'", "''") + "'";
  }

  private SparkSession session() {
    return lake.session();
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
