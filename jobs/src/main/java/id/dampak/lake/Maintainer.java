package id.dampak.lake;

import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.LakeErrors;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Joins small files of a lake's tables and removes those that no version within its retention
 * needs. Delta itself refuses to remove younger ones; that check is never turned off.
 */
public final class Maintainer {
  /** Files below this size are joined, once there are enough for it to be worth a rewrite. */
  private static final long SMALL = 64L << 20;

  private static final int WORTHWHILE = 8;
  private static final String SMALL_SETTING = "spark.databricks.delta.optimize.minFileSize";
  private static final String FULL_SETTING = "spark.databricks.delta.optimize.maxFileSize";

  private final Lake lake;

  /** Of one lake. */
  public Maintainer(Lake lake) {
    this.lake = lake;
  }

  /**
   * What maintenance did to a table, or would do.
   *
   * @param before the table as it was
   * @param after the table afterwards; the same where nothing was done
   * @param joined small files of the latest version that became fewer
   * @param removed files that were removed
   */
  public record Upkeep(Table table, Footprint before, Footprint after, long joined, long removed) {}

  /**
   * What a table takes.
   *
   * @param files files of its latest version
   * @param stored files on disk, of all versions
   * @param storedBytes their bytes
   */
  public record Footprint(long files, long stored, long storedBytes) {}

  /** What there is to do, table by table; nothing is changed. */
  public List<Upkeep> plan() {
    return tables()
        .map(
            table -> {
              Footprint footprint = footprint(table);
              long removable = vacuum(table, " DRY RUN").count();
              return new Upkeep(table, footprint, footprint, small(table), removable);
            })
        .toList();
  }

  /**
   * Declares a retention and does what there is to do.
   *
   * @param progress told of each table when it is done
   */
  public List<Upkeep> carryOut(Retention retention, Consumer<Upkeep> progress) {
    lake.requireWritable();
    lake.requireWhole(Tables.ALL);
    Scratch.sweep(lake);
    retention.declare(lake);
    List<Upkeep> done = new ArrayList<>();
    for (Table table : tables().toList()) {
      Footprint before = footprint(table);
      long joined = small(table);
      if (joined > 0) {
        join(table);
      }
      long full = footprint(table).stored();
      vacuum(table, "");
      Footprint after = footprint(table);
      Upkeep upkeep = new Upkeep(table, before, after, joined, full - after.stored());
      progress.accept(upkeep);
      done.add(upkeep);
    }
    return done;
  }

  private Stream<Table> tables() {
    return Tables.ALL.stream().filter(lake::has);
  }

  /** Small files of the latest version; 0 where they are too few to be worth it. */
  private long small(Table table) {
    long small = current(table).stream().filter(file -> size(file) < SMALL).count();
    return small < WORTHWHILE ? 0 : small;
  }

  private List<Path> current(Table table) {
    return TimeTravel.files(lake.read(table));
  }

  private void join(Table table) {
    lake.session().conf().set(SMALL_SETTING, SMALL);
    lake.session().conf().set(FULL_SETTING, 2 * SMALL);
    try {
      DeltaTable.forPath(lake.session(), lake.path(table).toString())
          .optimize()
          .executeCompaction();
    } finally {
      lake.session().conf().unset(SMALL_SETTING);
      lake.session().conf().unset(FULL_SETTING);
    }
  }

  private org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> vacuum(Table table, String how) {
    return lake.session().sql("VACUUM " + StoredTable.sqlName(lake, table) + how);
  }

  private Footprint footprint(Table table) {
    try (Stream<Path> files = Files.walk(lake.path(table))) {
      List<Path> stored =
          files
              .filter(file -> file.toString().endsWith(".parquet"))
              .filter(file -> !file.startsWith(lake.path(table).resolve("_delta_log")))
              .toList();
      return new Footprint(
          current(table).size(), stored.size(), stored.stream().mapToLong(Maintainer::size).sum());
    } catch (IOException e) {
      throw LakeErrors.unworkable(lake.path(table), String.valueOf(e.getMessage()));
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
