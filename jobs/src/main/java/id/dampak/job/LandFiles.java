package id.dampak.job;

import id.dampak.bronze.Landing;
import id.dampak.bronze.SourceFile;
import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import id.dampak.silver.RequiredColumns;
import id.dampak.study.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lands every input; a table whose files have all landed before, byte for byte, is left as it is.
 */
final class LandFiles {

  private LandFiles() {}

  /** Looks at every file before it writes the first row. */
  static void run(RunContext run) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Input.Target target : Input.Target.values()) {
      List<Input> inputs = run.study().inputsFor(target);
      if (!inputs.isEmpty()) {
        arrivals.add(arrival(run, table(target), inputs));
      }
    }
    for (Arrival arrival : arrivals) {
      if (!arrival.files().equals(landed(run, arrival.table()))) {
        run.write(arrival.table(), arrival.rows());
      } else if (!arrival.files().isEmpty()) {
        run.note(arrival.table() + ": unchanged files, kept as landed");
      }
    }
    count(run);
  }

  private static void count(RunContext run) {
    Map<String, Long> rows =
        RowCounts.byInput(
            run.study().inputs().stream()
                .map(input -> table(input.target()))
                .distinct()
                .map(run::read)
                .toList());
    for (Input input : run.study().inputs()) {
      long landed = rows.getOrDefault(input.name(), 0L);
      run.tally(Tally.of(input.name(), landed, landed));
    }
  }

  static Table table(Input.Target target) {
    return switch (target) {
      case SUSPENSION -> Landed.SUSPENSION;
      case TRANSACTION -> Landed.TRANSACTION;
      case MERCHANT -> Landed.MERCHANT;
      case LIVE_SESSION -> Landed.LIVE_SESSION;
      case CONTENT -> Landed.CONTENT;
      case EVALUATION_TEXT -> Landed.EVALUATION_TEXT;
    };
  }

  /**
   * What is to land in a table.
   *
   * @param files each with the hash of its bytes
   */
  private record Arrival(Table table, Set<String> files, Dataset<Row> rows) {}

  private static Arrival arrival(RunContext run, Table table, List<Input> inputs) {
    Landing landing = new Landing(run.session(), run.study().dataset(), run.startedAt());
    List<Dataset<Row>> rows = new ArrayList<>();
    Set<String> keys = new TreeSet<>();
    for (Input input : inputs) {
      if (input.isAbsent()) {
        run.note(input.name() + ": not given, and not needed");
        continue;
      }
      List<SourceFile> files = SourceFile.expand(input.name(), input.files());
      files.forEach(file -> keys.add(key(file.input(), file.name(), file.sha256())));
      files.forEach(file -> run.inputFile(file.input() + "/" + file.name(), file.sha256()));
      rows.add(landing.rows(input, files, RequiredColumns.of(input)));
    }
    return new Arrival(
        table,
        keys,
        rows.stream()
            .reduce(Dataset::unionByName)
            .orElseGet(() -> run.session().createDataFrame(List.<Row>of(), table.schema())));
  }

  private static Set<String> landed(RunContext run, Table table) {
    return run
        .read(table)
        .select(Landed.INPUT.col(), Landed.SOURCE_FILE.col(), Landed.SOURCE_SHA256.col())
        .distinct()
        .collectAsList()
        .stream()
        .map(
            row ->
                key(
                    row.getAs(Landed.INPUT.name()),
                    row.getAs(Landed.SOURCE_FILE.name()),
                    row.getAs(Landed.SOURCE_SHA256.name())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(String input, String file, String sha256) {
    return input + "|" + file + "|" + sha256;
  }
}
