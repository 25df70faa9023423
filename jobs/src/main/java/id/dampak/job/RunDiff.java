package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.LandedFile;
import id.dampak.contract.Layer;
import id.dampak.contract.Loss;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.lake.Lake;
import id.dampak.lake.Slice;
import id.dampak.lake.TimeTravel;
import id.dampak.study.CanonicalStudy;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What changed from one run to another: the data that counted, what was declared, the program, the
 * results.
 *
 * @param before the one run
 * @param after the other
 * @param study keys of the study that differ; empty texts where a study was not kept
 * @param tables tables that both runs read or wrote and whose rows differ
 * @param results estimates, by their name
 * @param notes what could not be compared, and why
 */
public record RunDiff(
    RunRecord before,
    RunRecord after,
    List<RowChange.Value> study,
    List<TableChanges> tables,
    List<ResultChange> results,
    List<String> notes) {
  /** Their rows are shown as results. */
  private static final List<Table> RESULTS =
      List.of(EstimateRow.TABLE, EventStudy.TABLE, Loss.TABLE);

  /** Canonical constructor; copies the lists. */
  public RunDiff {
    study = List.copyOf(study);
    tables = List.copyOf(tables);
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  /**
   * Compares two runs of a lake.
   *
   * @param most rows of each table and kind that are shown
   */
  public static RunDiff of(Lake lake, RunRecord before, RunRecord after, int most) {
    return new Comparison(lake, before, after, most).diff();
  }

  /**
   * The files, as {@code input/name}, that one of the two runs alone was given and did not leave
   * out, or both with other bytes. A run counts rows of earlier files besides, where deliveries add
   * up.
   */
  public List<RowChange.Value> files() {
    SortedMap<String, String> was = new TreeMap<>(before.inputFiles());
    SortedMap<String, String> is = new TreeMap<>(after.inputFiles());
    return differing(was, is);
  }

  private static List<RowChange.Value> differing(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .map(
            key ->
                new RowChange.Value(
                    key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
        .filter(value -> !value.before().equals(value.after()))
        .toList();
  }

  /** One comparison under way. */
  private static final class Comparison {
    private final Lake lake;
    private final RunRecord before;
    private final RunRecord after;
    private final int most;
    private final Optional<Study> studyBefore;
    private final Optional<Study> studyAfter;
    private final List<String> notes = new ArrayList<>();

    Comparison(Lake lake, RunRecord before, RunRecord after, int most) {
      this.lake = lake;
      this.before = before;
      this.after = after;
      this.most = most;
      RunHistory history = new RunHistory(lake);
      this.studyBefore = history.study(before);
      this.studyAfter = history.study(after);
    }

    RunDiff diff() {
      List<TableChanges> tables = new ArrayList<>();
      Stream.concat(
              Stream.of(LandedFile.TABLE),
              Stream.concat(Tables.in(Layer.SILVER), Tables.in(Layer.GOLD)))
          .filter(table -> !RESULTS.contains(table))
          .forEach(table -> changes(table).ifPresent(tables::add));
      return new RunDiff(before, after, study(), tables, results(), notes);
    }

    private List<RowChange.Value> study() {
      if (studyBefore.isEmpty() || studyAfter.isEmpty()) {
        if (!before.studyHash().equals(after.studyHash())) {
          notes.add("the studies differ, but an early version kept their hashes only");
        }
        return List.of();
      }
      return differing(
          studyBefore.map(Study::canonical).map(CanonicalStudy::values).orElseThrow(),
          studyAfter.map(Study::canonical).map(CanonicalStudy::values).orElseThrow());
    }

    private Optional<TableChanges> changes(Table table) {
      Optional<Slice> was = slice(table, studyBefore, before);
      Optional<Slice> is = slice(table, studyAfter, after);
      if (!before.used(table) || !after.used(table)) {
        return Optional.empty();
      }
      boolean same = before.version(table).equals(after.version(table)) && was.equals(is);
      if (was.isEmpty() || is.isEmpty() || same || !readable(table)) {
        return Optional.empty();
      }
      TableChanges changes =
          TableChanges.between(
              table, rows(table, before, was.get()), rows(table, after, is.get()), most);
      return changes.total() == 0 ? Optional.empty() : Optional.of(changes);
    }

    /** A run whose study was not kept still names it, which is all that tables of gold need. */
    private Optional<Slice> slice(Table table, Optional<Study> study, RunRecord run) {
      return study.isPresent()
          ? RunContext.slice(study.get(), table)
          : table
              .owner()
              .filter(owner -> !table.isShared())
              .map(owner -> new Slice(owner, run.study()));
    }

    private boolean readable(Table table) {
      List<String> obstacles =
          Stream.of(before, after)
              .flatMap(run -> run.version(table).stream().boxed())
              .distinct()
              .flatMap(version -> new TimeTravel(lake).obstacle(table, version).stream())
              .toList();
      notes.addAll(obstacles);
      return obstacles.isEmpty();
    }

    private Dataset<Row> rows(Table table, RunRecord run, Slice slice) {
      OptionalLong version = run.version(table);
      return version.isPresent()
          ? new TimeTravel(lake).rows(table, version.getAsLong(), slice)
          : lake.rows(table, List.of());
    }

    private List<ResultChange> results() {
      List<ResultChange> results = new ArrayList<>();
      for (Table table : RESULTS) {
        Optional<Slice> was = slice(table, studyBefore, before);
        Optional<Slice> is = slice(table, studyAfter, after);
        boolean estimated = before.used(table) && after.used(table);
        if (estimated && was.isPresent() && is.isPresent() && readable(table)) {
          results.addAll(
              ResultChange.between(
                  table, rows(table, before, was.get()), rows(table, after, is.get())));
        }
      }
      return results;
    }
  }
}
