package id.dampak.job;

import id.dampak.contract.Quality;
import id.dampak.error.DataErrors;
import id.dampak.quality.Count;
import id.dampak.quality.Judge;
import id.dampak.quality.UnknownColumns;
import id.dampak.quality.Verdict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Measures every quality rule of the cleaned tables, writes down what it found, and acts on it. */
final class CheckQuality {
  private static final int MOST_LINES = 12;

  private CheckQuality() {}

  /**
   * Measures the rules, counting anew only where something changed.
   *
   * @throws id.dampak.error.DampakException where a rule says stop, after everything is written
   */
  static void run(RunContext run) {
    ProfileSource source = new ProfileSource(run);
    List<Count> counts = new ArrayList<>(QualityProfile.renewed(run, source.touched()));
    counts.addAll(UnknownColumns.of(run.study(), LandedColumns.in(run).kept()));
    List<Verdict> verdicts = new Judge(run.study(), today(run)).verdicts(counts);
    source.follow();
    run.write(Quality.TABLE, verdicts.stream().map(verdict -> row(run, verdict)).toList());
    tell(run, verdicts);
    List<Verdict> stopping = verdicts.stream().filter(Verdict::stops).toList();
    if (!stopping.isEmpty()) {
      throw DataErrors.ruleStops(
          stopping.get(0).table() + "." + stopping.get(0).rule(),
          stopping.stream().limit(MOST_LINES).map(Verdict::finding).toList());
    }
  }

  private static LocalDate today(RunContext run) {
    return run.study()
        .knownOn()
        .orElseGet(() -> run.startedAt().atZone(ZoneId.of(run.study().timeZone())).toLocalDate());
  }

  private static void tell(RunContext run, List<Verdict> verdicts) {
    List<Verdict> open = verdicts.stream().filter(Verdict::isOpen).toList();
    long met = verdicts.stream().filter(Verdict::passed).filter(Verdict::isMeasured).count();
    long unmeasured = verdicts.stream().filter(verdict -> !verdict.isMeasured()).count();
    run.note(
        "rules: %d met, %d broken, %d broken as the study accepts, %d without enough rows to measure"
            .formatted(
                met, open.size(), verdicts.size() - met - unmeasured - open.size(), unmeasured));
    open.stream()
        .limit(MOST_LINES)
        .forEach(
            verdict ->
                run.note(
                    "%s %s: %s"
                        .formatted(verdict.severity().text(), verdict.rule(), verdict.finding())));
    if (open.size() > MOST_LINES) {
      run.note("and %d more in %s".formatted(open.size() - MOST_LINES, Quality.TABLE));
    }
  }

  private static Row row(RunContext run, Verdict verdict) {
    TableRow row =
        new TableRow(Quality.TABLE)
            .with(Quality.STUDY, run.study().id())
            .with(Quality.SUBJECT_TABLE, verdict.table())
            .with(Quality.RULE, verdict.rule())
            .with(Quality.SUBJECT, verdict.subject())
            .with(Quality.PASSED, verdict.passed())
            .with(Quality.SEVERITY, verdict.severity().text())
            .with(Quality.THRESHOLD, verdict.threshold())
            .with(Quality.ROWS, verdict.rows())
            .with(Quality.FINDING, verdict.finding())
            .with(Quality.RUN_ID, run.runId());
    verdict.measured().ifPresent(measured -> row.with(Quality.MEASURED, measured));
    return row.row();
  }
}
