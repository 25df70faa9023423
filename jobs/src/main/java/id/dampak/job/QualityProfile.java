package id.dampak.job;

import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Landed;
import id.dampak.contract.Profile;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.quality.Count;
import id.dampak.quality.Counted;
import id.dampak.quality.Judge;
import id.dampak.quality.Profiles;
import id.dampak.quality.SetAsideCounts;
import id.dampak.quality.Touched;
import id.dampak.silver.Typing;
import id.dampak.study.Input;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps the profile of the cleaned rows: what a run did not touch is taken from the lake, the rest
 * is counted anew in one query.
 */
final class QualityProfile {
  /** In a file with fewer superseded rows, their periods say nothing. */
  private static final long FEWEST_REPEATS = 50;

  private final RunContext run;
  private final Optional<Touched> touched;

  private QualityProfile(RunContext run, Optional<Touched> touched) {
    this.run = run;
    this.touched = touched;
  }

  /**
   * The counts of all tables of the study as they stand, stored for the next run.
   *
   * @param touched what changed since the profile was made; everything where empty
   */
  static List<Count> renewed(RunContext run, Optional<Touched> touched) {
    return new QualityProfile(run, touched).renewed();
  }

  private List<Count> renewed() {
    List<Count> counts = new ArrayList<>(kept());
    boolean isAsItWas = touched.filter(Touched::isNothing).isPresent();
    if (!isAsItWas) {
      counts.addAll(counted(fresh().collectAsList()));
    }
    Map<String, Set<String>> repeating = filesWithRepeats(counts);
    if (!repeating.isEmpty()) {
      counts.addAll(counted(landed(repeating).collectAsList()));
    }
    if (!isAsItWas || !repeating.isEmpty()) {
      run.write(Profile.TABLE, counts.stream().map(this::row).toList());
    }
    return counts;
  }

  private List<Count> kept() {
    return touched
        .map(
            changed ->
                counted(run.collect(Profile.TABLE)).stream()
                    .filter(count -> !changed.covers(count))
                    .toList())
        .orElse(List.of());
  }

  private Dataset<Row> fresh() {
    List<Dataset<Row>> parts = new ArrayList<>();
    List<Table> changed =
        Judge.tables(run.study()).stream()
            .filter(table -> touched.isEmpty() || touched.get().reaches(table))
            .toList();
    for (Table table : changed) {
      Profiles profiles = new Profiles(table, parents(table), zone());
      Dataset<Row> rows = run.read(table).filter(changedRows(table));
      parts.add(profiles.of(rows));
      parts.add(profiles.repeatedKeys(rows));
    }
    parts.add(SetAsideCounts.of(run.read(Quarantine.TABLE).filter(changedFiles())));
    return parts.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private Map<Table, Dataset<Row>> parents(Table table) {
    return table.references().stream()
        .filter(Judge.tables(run.study())::contains)
        .collect(Collectors.toMap(parent -> parent, run::read));
  }

  private ZoneId zone() {
    return ZoneId.of(run.study().timeZone());
  }

  /** As ranges of time, so that files without such rows are not read. */
  private Column changedRows(Table table) {
    if (touched.isEmpty() || !table.equals(Transaction.TABLE)) {
      return lit(true);
    }
    return touched.get().days().stream()
        .sorted()
        .map(QualityProfile::on)
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column on(LocalDate day) {
    Column time = Transaction.LOCAL_AT.col();
    return time.geq(lit(day.atStartOfDay())).and(time.lt(lit(day.plusDays(1).atStartOfDay())));
  }

  private Column changedFiles() {
    return touched
        .map(changed -> Quarantine.SOURCE_FILE.col().isInCollection(changed.files()))
        .orElse(lit(true));
  }

  /**
   * The files, by input, of which many rows are neither accepted nor set aside, and whose landed
   * rows have not been counted by period yet.
   */
  private Map<String, Set<String>> filesWithRepeats(List<Count> counts) {
    Map<String, Long> accounted = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (Count count : counts) {
      if (count.table().equals(Transaction.TABLE.name())) {
        String file = count.input() + "/" + count.file();
        if (count.counted() == Counted.ROWS || count.counted() == Counted.SET_ASIDE) {
          accounted.merge(file, count.value(), Long::sum);
        } else if (count.counted() == Counted.LANDED) {
          known.add(file);
        }
      }
    }
    Map<String, Set<String>> files = new HashMap<>();
    for (LandedFiles.File landed : LandedFiles.counting(run).files()) {
      String file = landed.input() + "/" + landed.name();
      long repeats = landed.rows() - accounted.getOrDefault(file, 0L);
      if (sells(landed.input()) && repeats >= FEWEST_REPEATS && !known.contains(file)) {
        files.computeIfAbsent(landed.input(), name -> new HashSet<>()).add(landed.sha256());
      }
    }
    return files;
  }

  private boolean sells(String input) {
    return run.study().inputsFor(Input.Target.TRANSACTION).stream()
        .anyMatch(each -> each.name().equals(input));
  }

  /** What landed of some files, less what was set aside; of the typing, only the time is needed. */
  private Dataset<Row> landed(Map<String, Set<String>> files) {
    Dataset<Row> typed =
        new Typing(run.study())
            .rows(
                Input.Target.TRANSACTION,
                input ->
                    run.read(Landed.TRANSACTION)
                        .filter(Landed.INPUT.col().equalTo(input.name()))
                        .filter(
                            Landed.SOURCE_SHA256
                                .col()
                                .isInCollection(files.getOrDefault(input.name(), Set.of()))))
            .rows();
    Dataset<Row> setAside =
        run.read(Quarantine.TABLE)
            .select(
                Quarantine.INPUT.col(), Quarantine.SOURCE_FILE.col(), Quarantine.SOURCE_ROW.col());
    String[] place = {
      Quarantine.INPUT.name(), Quarantine.SOURCE_FILE.name(), Quarantine.SOURCE_ROW.name()
    };
    return new Profiles(Transaction.TABLE, Map.of(), zone())
        .landed(typed.join(setAside, place, "left_anti"));
  }

  private static List<Count> counted(List<Row> profile) {
    return profile.stream()
        .map(FieldReader::new)
        .map(
            row ->
                new Count(
                    row.text(Profile.SUBJECT),
                    row.text(Profile.INPUT),
                    row.text(Profile.SOURCE_FILE),
                    row.text(Profile.RELEASE),
                    row.text(Profile.DAY),
                    Counted.of(row.text(Profile.MEASURE)),
                    row.text(Profile.ITEM),
                    row.whole(Profile.MEASURED)))
        .toList();
  }

  private Row row(Count count) {
    return new TableRow(Profile.TABLE)
        .with(Profile.DATASET, run.study().cleanedDataset())
        .with(Profile.SUBJECT, count.table())
        .with(Profile.INPUT, count.input())
        .with(Profile.SOURCE_FILE, count.file())
        .with(Profile.RELEASE, count.release())
        .with(Profile.DAY, count.day())
        .with(Profile.MEASURE, count.counted().text())
        .with(Profile.ITEM, count.item())
        .with(Profile.MEASURED, count.value())
        .row();
  }
}
