package id.dampak.bench;

import id.dampak.lake.SessionSettings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A session and tables that it makes up. */
final class Tables {
  private Tables() {}

  static SparkSession session() {
    SparkSession.Builder builder =
        SparkSession.builder().master("local[2]").appName("dampak benchmarks");
    SessionSettings.local().forEach(builder::config);
    return builder.getOrCreate();
  }

  /** Units × days with two regressors, a dose, and an outcome, from hashes; 2 % are missing. */
  static Dataset<Row> panel(SparkSession spark, long units, int days) {
    return spark
        .range(0, units * days, 1, 16)
        .selectExpr(
            "id div %d AS unit".formatted(days),
            "CAST(id %% %d AS INT) AS day".formatted(days),
            normal(1) + " + 0.1 * (id % 7) AS x1",
            normal(2) + " AS x2",
            "id")
        .selectExpr(
            "unit",
            "day",
            "x1",
            "x2",
            "IF(day BETWEEN 60 AND 63, (xxhash64(unit, 3) & 1023) / 1024D, 0D) AS d",
            "id")
        .selectExpr(
            "unit",
            "day",
            "x1",
            "x2",
            "d",
            "0.5 * x1 - 0.3 * x2 - 0.25 * d + (xxhash64(unit, 4) & 1023) / 256D + day % 7 / 7D + "
                + normal(5)
                + " AS y",
            "id")
        .where("(xxhash64(id, 6) & 1023) >= 20")
        .drop("id");
  }

  /** The sum of four even numbers, spread about as a normal one. */
  private static String normal(int salt) {
    String even = "(xxhash64(id, %d) & 1048575) / 1048576D";
    return "1.7320508 * (%s + %s + %s + %s - 2)"
        .formatted(
            even.formatted(10 * salt),
            even.formatted(10 * salt + 1),
            even.formatted(10 * salt + 2),
            even.formatted(10 * salt + 3));
  }
}
