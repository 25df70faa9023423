package id.dampak.lake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings without which a session cannot read or write the lake, and those that keep small
 * runs fast.
 */
public final class SessionSettings {

  private SessionSettings() {}

  /** Settings by name; the caller adds where to run. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
    settings.put(
        "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFilesByContext.class.getName());
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.ui.showConsoleProgress", "false");
    settings.put("spark.databricks.delta.snapshotPartitions", "1");
    settings.put("spark.databricks.delta.stats.collect", "true");
    // A retention counts from when a version was superseded, as VACUUM does; Delta would refuse one
    // that was made before it, however long it stood. Whether its files are there we ask ourselves.
    settings.put(
        "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
        "false");
    // The state of a small table's log is read once or twice: packing it costs more than it saves.
    settings.put("spark.databricks.delta.snapshotCache.storageLevel", "MEMORY_AND_DISK");
    // Nobody looks at the plans that Spark would spell out for its pages.
    settings.put("spark.sql.ui.explainMode", "simple");
    settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
    settings.put("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    // One file of a gzip comes out as one file; with small row groups several cores read it.
    settings.put("spark.hadoop.parquet.block.size", String.valueOf(4 << 20));
    // What is kept at hand is read two or three times: packing it costs more than it saves.
    settings.put("spark.sql.inMemoryColumnarStorage.compressed", "false");
    // The JVM compiles no method over 8,000 bytes; Spark knows to make smaller ones instead.
    settings.put("spark.sql.codegen.hugeMethodLimit", "8000");
    // A file of a few megabytes is worth a second core.
    settings.put("spark.sql.files.openCostInBytes", String.valueOf(1 << 20));
    // A run needs several hundred generated classes; the usual hundred are compiled over and over.
    settings.put("spark.sql.codegen.cache.maxEntries", "2000");
    // A write concerns one study or dataset, so that its rows need not be sorted by them first.
    settings.put("spark.sql.maxConcurrentOutputFileWriters", "4");
    // Files are their owner's alone; the lake itself sees to its folders.
    settings.put("spark.hadoop.fs.permissions.umask-mode", "077");
    return settings;
  }

  /** Those of a session in this process, which works on its cores only. */
  public static Map<String, String> local() {
    Map<String, String> settings = settings();
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put(
        "spark.sql.shuffle.partitions",
        String.format(Locale.ROOT, "%d", 2 * Runtime.getRuntime().availableProcessors()));
    // A run is hundreds of queries, most of them small: planning each anew while it runs costs
    // more than it saves on one machine.
    settings.put("spark.sql.adaptive.enabled", "false");
    return settings;
  }
}
