package id.dampak.job;

import id.dampak.contract.Exposure;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Power;
import id.dampak.contract.Unit;
import id.dampak.lake.Lake;
import id.dampak.panel.Market;
import id.dampak.panel.MarketReader;
import id.dampak.privacy.PseudonymKey;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/**
 * Tells what a study could detect, and writes it down as a run. Where the lake has no panel of the
 * study yet, the pipeline builds it first, and stops before anything is estimated.
 */
public final class PowerAnalysis {
  private final Lake lake;
  private final Progress progress;
  private final Supplier<Optional<PseudonymKey>> key;

  /**
   * On one lake.
   *
   * @param key the key of pseudonyms, asked for where files have to land
   */
  public PowerAnalysis(Lake lake, Progress progress, Supplier<Optional<PseudonymKey>> key) {
    this.lake = lake;
    this.progress = progress;
    this.key = key;
  }

  /**
   * What came of it.
   *
   * @param run what the jobs left out
   */
  public record Outcome(PowerReport report, Runner.Outcome run) {}

  /** Answers a question about a study. */
  public Outcome of(Study study, PowerQuestion question) {
    List<PowerReport> reports = new ArrayList<>();
    Job power = Pipeline.power(run -> reports.add(tell(run, question)));
    boolean built = hasPanel(study);
    Runner.Outcome outcome =
        new Runner(lake, progress, Derivation.OF_WHAT_CHANGED, built ? Optional.empty() : key.get())
            .run(study, built ? List.of(power) : before(power));
    return new Outcome(reports.get(0), outcome);
  }

  private static PowerReport tell(RunContext run, PowerQuestion question) {
    Market market =
        new MarketReader(run.study())
            .read(run.read(Unit.TABLE), run.read(PanelCell.TABLE), run.read(Exposure.TABLE));
    PowerReport report = new PowerDesign(run.study(), market, question).report();
    otherStudy(run).ifPresent(run::note);
    List<Row> rows = new PowerRows(run, report).rows();
    run.write(Power.TABLE, rows);
    run.tally(Tally.of(Power.TABLE.id(), rows.size(), rows.size()));
    return report;
  }

  private boolean hasPanel(Study study) {
    return lake.has(PanelCell.TABLE)
        && RunContext.slice(study, PanelCell.TABLE)
            .map(slice -> !lake.read(PanelCell.TABLE, slice).isEmpty())
            .orElse(false);
  }

  private static List<Job> before(Job last) {
    Job panel = Pipeline.named(Pipeline.BUILD_PANEL);
    List<Job> jobs = new ArrayList<>(Pipeline.JOBS.subList(0, Pipeline.JOBS.indexOf(panel) + 1));
    jobs.add(last);
    return jobs;
  }

  /** What to know where the panel in the lake was built for another version of the study file. */
  private static Optional<String> otherStudy(RunContext run) {
    Job panel = Pipeline.named(Pipeline.BUILD_PANEL);
    return new RunHistory(run.lake())
        .runs().stream()
            .filter(past -> past.study().equals(run.study().id()) && past.ran(panel))
            .findFirst()
            .filter(past -> !past.studyHash().equals(run.study().hash()))
            .map(
                past ->
                    "the panel is of run %s and of another version of the study file; \"dampak run\" brings it up to date"
                        .formatted(past.id()));
  }
}
