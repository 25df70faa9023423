package id.dampak.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Landed;
import id.dampak.contract.Quarantine;
import id.dampak.error.DataErrors;
import id.dampak.silver.TypedRows;
import id.dampak.silver.Typing;
import id.dampak.study.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Types what has landed: each row is accepted, superseded by another of its key, or set aside with
 * its reasons.
 */
final class CleanRows {
  private static final String ROWS = "rows";

  private CleanRows() {}

  static void run(RunContext run) {
    Typing typing = new Typing(run.study());
    List<TypedRows> all = new ArrayList<>();
    for (Input.Target target : Input.Target.values()) {
      if (!run.study().inputsFor(target).isEmpty()) {
        all.add(typing.rows(target, (kind, input) -> landed(run, kind, input)));
      }
    }
    for (TypedRows typed : all) {
      run.write(typed.target(), typed.accepted());
    }
    run.write(
        Quarantine.TABLE,
        all.stream()
            .map(TypedRows::quarantined)
            .reduce(Dataset::unionByName)
            .orElseGet(() -> run.read(Quarantine.TABLE).limit(0)));
    balance(run, all);
  }

  private static Dataset<Row> landed(RunContext run, Input.Target target, String input) {
    return run.read(LandFiles.table(target)).filter(Landed.INPUT.col().equalTo(input));
  }

  /**
   * Counts what was stored, not what was meant to be, so that a row that got lost on the way is
   * found.
   */
  private static void balance(RunContext run, List<TypedRows> all) {
    Map<String, Long> quarantined = byInput(run.read(Quarantine.TABLE));
    for (TypedRows typed : all) {
      Map<String, Long> accepted = byInput(run.read(typed.target()));
      Map<String, Long> superseded = byInput(typed.superseded());
      Map<String, Long> landed = byInput(typed.rows());
      landed.forEach(
          (input, in) -> {
            Tally tally =
                new Tally(
                    input,
                    in,
                    accepted.getOrDefault(input, 0L),
                    quarantined.getOrDefault(input, 0L),
                    superseded.getOrDefault(input, 0L));
            run.tally(tally);
            if (!tally.balances()) {
              throw DataErrors.rowsLost(
                  input, tally.in(), tally.out(), tally.quarantined(), tally.duplicates());
            }
          });
    }
  }

  private static Map<String, Long> byInput(Dataset<Row> rows) {
    return rows.groupBy(Landed.INPUT.col()).agg(count(lit(1)).as(ROWS)).collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.<String>getAs(Landed.INPUT.name()), row -> row.<Long>getAs(ROWS)));
  }
}
