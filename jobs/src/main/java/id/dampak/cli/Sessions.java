package id.dampak.cli;

import id.dampak.lake.SessionSettings;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Makes the one Spark session of the program. */
final class Sessions {
  private static final String MASTER = "spark.master";

  private Sessions() {}

  /**
   * The session: where spark-submit or a {@code -Dspark.…} property does not say otherwise, it runs
   * in this process on all cores. One that is already running is used, and left running.
   */
  static void with(Consumer<SparkSession> work) {
    if (SparkSession.getDefaultSession().isDefined()) {
      work.accept(SparkSession.getDefaultSession().get());
      return;
    }
    SparkSession session = open();
    try {
      work.accept(session);
    } finally {
      session.stop();
    }
  }

  private static SparkSession open() {
    SparkConf conf = new SparkConf(true);
    boolean local = !conf.contains(MASTER);
    conf.setIfMissing(MASTER, "local[*]");
    (local ? SessionSettings.local() : SessionSettings.settings()).forEach(conf::setIfMissing);
    conf.setIfMissing("spark.app.name", "dampak");
    // Databases of views need a folder; the user's working directory is not the place for it.
    conf.setIfMissing(
        "spark.sql.warehouse.dir",
        Path.of(System.getProperty("java.io.tmpdir"), "dampak-warehouse").toUri().toString());
    return SparkSession.builder().config(conf).getOrCreate();
  }
}
