package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Exposure;
import id.dampak.contract.Loss;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Refusal;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.error.DampakException;
import id.dampak.method.Analysis;
import id.dampak.method.Question;
import id.dampak.method.StudyMethod;
import id.dampak.panel.Market;
import id.dampak.panel.MarketReader;
import id.dampak.panel.Sampler;
import id.dampak.study.Specification;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Estimates every specification of a study; one that the data do not allow is refused in words, and
 * the others go on.
 */
final class EstimateStudy {

  private EstimateStudy() {}

  static void run(RunContext run) {
    List<Analysis> analyses = new ArrayList<>();
    List<Row> refusals = new ArrayList<>();
    if (!run.study().specifications().isEmpty()) {
      Market market =
          new MarketReader(run.study())
              .read(run.read(Unit.TABLE), run.read(PanelCell.TABLE), run.read(Exposure.TABLE));
      Sampler sampler = new Sampler(market, run.study());
      for (Specification specification : run.study().specifications()) {
        try {
          Question question =
              new Question(
                  run.study(),
                  specification,
                  sampler.observations(specification),
                  market.periods().get(0));
          analyses.add(StudyMethod.of(specification.method()).analyse(question));
        } catch (DampakException refused) {
          run.note(specification.name() + " refused: " + refused.reason());
          refusals.add(refusal(run, specification, refused));
        }
      }
    }
    analyses.forEach(analysis -> analysis.summary().forEach(run::note));
    AnalysisRows rows = new AnalysisRows(run);
    write(
        run,
        EstimateRow.TABLE,
        analyses.stream().flatMap(a -> rows.estimates(a).stream()).toList());
    write(run, EventStudy.TABLE, analyses.stream().flatMap(a -> rows.path(a).stream()).toList());
    write(run, Loss.TABLE, analyses.stream().flatMap(a -> rows.losses(a).stream()).toList());
    write(run, Refusal.TABLE, refusals);
  }

  private static void write(RunContext run, Table table, List<Row> rows) {
    run.write(table, rows);
    run.tally(Tally.of(table.id(), rows.size(), rows.size()));
  }

  private static Row refusal(RunContext run, Specification specification, DampakException refused) {
    return new TableRow(Refusal.TABLE)
        .with(Refusal.STUDY, run.study().id())
        .with(Refusal.SPECIFICATION, specification.name())
        .with(Refusal.REASON, refused.reason())
        .with(Refusal.REMEDY, refused.remedy())
        .with(Refusal.RUN_ID, run.runId())
        .row();
  }
}
