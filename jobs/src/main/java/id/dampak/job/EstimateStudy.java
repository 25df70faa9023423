package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Exposure;
import id.dampak.contract.Loss;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Refusal;
import id.dampak.contract.Robustness;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.contract.VerdictRow;
import id.dampak.error.DampakException;
import id.dampak.method.Analysis;
import id.dampak.method.Examination;
import id.dampak.method.Examiner;
import id.dampak.method.Question;
import id.dampak.method.StudyMethod;
import id.dampak.panel.Market;
import id.dampak.panel.MarketReader;
import id.dampak.panel.Observations;
import id.dampak.panel.Sampler;
import id.dampak.study.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * Estimates every specification of a study; one that the data do not allow is refused in words, and
 * the others go on. The headline is examined from every side that its method has.
 */
final class EstimateStudy {
  private final RunContext run;
  private final Market market;
  private final Sampler sampler;
  private final List<Analysis> analyses = new ArrayList<>();
  private final List<Examination> examinations = new ArrayList<>();
  private final List<Row> refusals = new ArrayList<>();

  private EstimateStudy(RunContext run) {
    this.run = run;
    this.market =
        new MarketReader(run.study())
            .read(run.read(Unit.TABLE), run.read(PanelCell.TABLE), run.read(Exposure.TABLE));
    this.sampler = new Sampler(market, run.study());
  }

  static void run(RunContext run) {
    if (run.study().specifications().isEmpty()) {
      write(run, List.of(), List.of(), List.of());
      return;
    }
    EstimateStudy estimation = new EstimateStudy(run);
    run.study().specifications().forEach(estimation::answer);
    estimation.analyses.forEach(analysis -> analysis.summary().forEach(run::note));
    estimation.examinations.forEach(examination -> examination.summary().forEach(run::note));
    write(run, estimation.analyses, estimation.examinations, estimation.refusals);
  }

  private void answer(Specification specification) {
    try {
      Question question = question(specification, sampler.observations(specification));
      Analysis analysis = StudyMethod.of(specification.method()).analyse(question);
      analyses.add(analysis);
      if (run.study().headline().filter(specification::equals).isPresent()) {
        examinations.add(
            Examiner.examine(
                question, analysis, () -> question(specification, sampler.before(specification))));
      }
    } catch (DampakException refused) {
      run.note(specification.name() + " refused: " + refused.reason());
      refusals.add(refusal(specification, refused));
    }
  }

  private Question question(Specification specification, Observations observations) {
    return new Question(run.study(), specification, observations, market.periods().get(0));
  }

  private static void write(
      RunContext run, List<Analysis> analyses, List<Examination> examinations, List<Row> refusals) {
    AnalysisRows rows = new AnalysisRows(run);
    ExaminationRows examined = new ExaminationRows(run);
    write(run, EstimateRow.TABLE, all(analyses, rows::estimates));
    write(run, EventStudy.TABLE, all(analyses, rows::path));
    write(run, Loss.TABLE, all(analyses, rows::losses));
    write(run, Refusal.TABLE, refusals);
    write(run, Robustness.TABLE, all(examinations, examined::looks));
    write(run, VerdictRow.TABLE, all(examinations, examined::verdict));
  }

  private static <T> List<Row> all(List<T> results, Function<T, List<Row>> rows) {
    return results.stream().flatMap(result -> rows.apply(result).stream()).toList();
  }

  private static void write(RunContext run, Table table, List<Row> rows) {
    run.write(table, rows);
    run.tally(Tally.of(table.id(), rows.size(), rows.size()));
  }

  private Row refusal(Specification specification, DampakException refused) {
    return new TableRow(Refusal.TABLE)
        .with(Refusal.STUDY, run.study().id())
        .with(Refusal.SPECIFICATION, specification.name())
        .with(Refusal.REASON, refused.reason())
        .with(Refusal.REMEDY, refused.remedy())
        .with(Refusal.RUN_ID, run.runId())
        .row();
  }
}
