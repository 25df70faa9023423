package id.dampak.silver;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.contract.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of {@link Suspension} from any source: what a source does not say is null, or follows from
 * what it says, so that each format names only what it knows.
 */
final class SuspensionRows {
  private static final String ALL = "*";

  private SuspensionRows() {}

  static TypedRows of(Dataset<Row> texts, List<Typed> read) {
    Set<Field> given = read.stream().map(Typed::field).collect(Collectors.toSet());
    Set<String> lineage = Set.of(Landed.TRANSACTION.schema().fieldNames());
    List<Typed> derived = new ArrayList<>();
    for (Field field : Suspension.TABLE.fields()) {
      if (!given.contains(field) && !lineage.contains(field.name())) {
        derived.add(new Typed(field, usual(field), Source.nothing()));
      }
    }
    return TypedRows.of(Suspension.TABLE, texts, read, derived);
  }

  private static Column usual(Field field) {
    if (field.equals(Suspension.SCOPE)) {
      return scope(Suspension.PLATFORM.col(), Suspension.FEATURE.col());
    }
    if (field.equals(Suspension.STARTED_BASIS)) {
      return lit("effective");
    }
    if (field.equals(Suspension.ENDED_BASIS)) {
      return when(Suspension.ENDED_AT.col().isNotNull(), "effective");
    }
    return lit(null);
  }

  /** What was off, where the source does not name it. */
  static Column scope(Column platform, Column feature) {
    return when(feature.notEqual(ALL), "feature")
        .when(platform.notEqual(ALL), "platform")
        .otherwise("network");
  }
}
