package id.dampak;

import id.dampak.lake.SessionSettings;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the tests, with the lake's own settings, stopped when the JVM ends. */
public final class SharedSpark {

  private SharedSpark() {}

  /** The session; the first caller pays for its start. */
  public static SparkSession session() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[2]")
            .appName("dampak tests")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse");
    SessionSettings.local().forEach(builder::config);
    builder.config("spark.sql.shuffle.partitions", "2");
    return builder.getOrCreate();
  }
}
