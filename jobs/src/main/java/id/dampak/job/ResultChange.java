package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.Field;
import id.dampak.contract.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One number that a study publishes, in two runs.
 *
 * @param table where it stands
 * @param name what it is: the key of its row
 * @param before in the one run; empty where it was not estimated
 * @param after in the other
 */
public record ResultChange(Table table, String name, OptionalDouble before, OptionalDouble after) {

  /** The second less the first; empty where one is not there. */
  public OptionalDouble difference() {
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Whether both are the same to the last digit. */
  public boolean isSame() {
    return before.equals(after);
  }

  static List<ResultChange> between(Table table, Dataset<Row> before, Dataset<Row> after) {
    Map<String, OptionalDouble> was = estimates(table, before);
    Map<String, OptionalDouble> is = estimates(table, after);
    List<String> names = new ArrayList<>(was.keySet());
    new TreeSet<>(is.keySet()).stream().filter(name -> !was.containsKey(name)).forEach(names::add);
    return names.stream()
        .map(
            name ->
                new ResultChange(
                    table,
                    name,
                    was.getOrDefault(name, OptionalDouble.empty()),
                    is.getOrDefault(name, OptionalDouble.empty())))
        .toList();
  }

  private static Map<String, OptionalDouble> estimates(Table table, Dataset<Row> rows) {
    List<Field> key = table.grain().subList(1, table.grain().size());
    Map<String, OptionalDouble> estimates = new LinkedHashMap<>();
    rows.orderBy(key.stream().map(Field::col).toArray(Column[]::new))
        .collectAsList()
        .forEach(
            row ->
                estimates.put(
                    key.stream()
                        .map(field -> String.valueOf(row.<Object>getAs(field.name())))
                        .collect(Collectors.joining(", ")),
                    new FieldReader(row).optionalNumber(EstimateRow.ESTIMATE)));
    return estimates;
  }
}
