package id.dampak.lake;

import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.LakeErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a lake keeps what its tables no longer hold. It is written on every table, so that other
 * programs that know Delta keep to it as well.
 *
 * @param promisedDays days for which a run can be reproduced: the promise of the lake
 * @param keptDays days for which files that a newer version does without are kept, at least as many
 */
public record Retention(int promisedDays, int keptDays) {
  /** What a lake promises where nobody said otherwise. */
  public static final Retention USUAL = new Retention(365, 365);

  /** Below a week Delta cannot tell a file that is no longer needed from one being written. */
  private static final int LEAST = 7;

  private static final String PROMISED = "dampak.reproducibleDays";
  private static final String FILES = "delta.deletedFileRetentionDuration";
  private static final String LOG = "delta.logRetentionDuration";

  /**
   * Off: a run of yesterday may have read a version that was made years ago, and without its entry
   * in the log its files are of no use. Delta removes entries by their age, however long they
   * stood.
   */
  private static final String LOG_CLEANUP = "delta.enableExpiredLogCleanup";

  private static final Pattern DAYS = Pattern.compile("(?:interval )?(\\d+) days?");

  /** What the lake declares; the usual where it has not had a run yet. */
  public static Retention of(Lake lake) {
    return lake.has(Run.TABLE) ? of(StoredTable.of(lake, Run.TABLE).properties()) : USUAL;
  }

  private static Retention of(Map<String, String> properties) {
    int promised =
        Integer.parseInt(properties.getOrDefault(PROMISED, String.valueOf(USUAL.promisedDays)));
    Matcher kept = DAYS.matcher(properties.getOrDefault(FILES, ""));
    return new Retention(
        promised, kept.matches() ? Math.max(promised, Integer.parseInt(kept.group(1))) : promised);
  }

  /** The same with another promise; what is kept follows it. */
  public Retention promising(int days) {
    if (days < LEAST) {
      throw LakeErrors.promiseTooShort(days, LEAST);
    }
    return new Retention(days, days);
  }

  /**
   * The same promise with files kept for longer.
   *
   * @throws id.dampak.error.DampakException where that would break the promise
   */
  public Retention keeping(int days) {
    if (days < promisedDays) {
      throw LakeErrors.retentionBelowPromise(days, promisedDays);
    }
    return new Retention(promisedDays, days);
  }

  /** The settings of a table that declare it. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(PROMISED, String.valueOf(promisedDays));
    properties.put(FILES, "interval " + keptDays + " days");
    properties.put(LOG, "interval " + keptDays + " days");
    properties.put(LOG_CLEANUP, "false");
    return properties;
  }

  boolean isDeclaredBy(StoredTable stored) {
    return stored.properties().entrySet().containsAll(properties().entrySet());
  }

  /** Declares it on every table; on the one that it is read from last, should this be cut short. */
  void declare(Lake lake) {
    Tables.ALL.stream()
        .filter(lake::has)
        .filter(table -> !table.equals(Run.TABLE))
        .forEach(table -> declare(lake, table));
    if (lake.has(Run.TABLE)) {
      declare(lake, Run.TABLE);
    }
  }

  private void declare(Lake lake, Table table) {
    if (!isDeclaredBy(StoredTable.of(lake, table))) {
      set(lake, table, properties());
    }
  }

  static void set(Lake lake, Table table, Map<String, String> properties) {
    StringBuilder settings = new StringBuilder();
    properties.forEach(
        (key, value) ->
            settings
                .append(settings.isEmpty() ? "" : ", ")
                .append("'%s' = '%s'".formatted(key, Slice.escaped(value))));
    lake.session()
        .sql(
            "ALTER TABLE %s SET TBLPROPERTIES (%s)"
                .formatted(StoredTable.sqlName(lake, table), settings));
  }
}
