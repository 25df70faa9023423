package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Field;
import id.dampak.contract.Loss;
import id.dampak.estimate.Estimate;
import id.dampak.method.Analysis;
import java.util.List;
import org.apache.spark.sql.Row;

/** Writes analyses as rows of the result tables, each with where it comes from. */
final class AnalysisRows {
  private final RunContext run;

  AnalysisRows(RunContext run) {
    this.run = run;
  }

  List<Row> estimates(Analysis analysis) {
    return analysis.estimates().stream()
        .map(
            estimate ->
                numbers(
                        new TableRow(EstimateRow.TABLE),
                        estimate,
                        EstimateRow.ESTIMATE,
                        EstimateRow.STD_ERROR,
                        EstimateRow.CONF_LOW,
                        EstimateRow.CONF_HIGH)
                    .with(EstimateRow.STUDY, run.study().id())
                    .with(EstimateRow.SPECIFICATION, analysis.specification().name())
                    .with(EstimateRow.TERM, estimate.term())
                    .with(EstimateRow.METHOD, analysis.specification().method().toString())
                    .with(EstimateRow.OPTIONS, analysis.fit().estimator().toString())
                    .withNumber(EstimateRow.P_VALUE, estimate.pValue())
                    .withNumber(EstimateRow.CONFIDENCE_LEVEL, analysis.fit().level())
                    .with(EstimateRow.OBSERVATIONS, (long) analysis.fit().observations())
                    .with(EstimateRow.CLUSTERS, analysis.clusters())
                    .with(EstimateRow.UNIT_OF_MEASURE, analysis.unitOfMeasure())
                    .with(EstimateRow.RUN_ID, run.runId())
                    .with(EstimateRow.STUDY_HASH, run.study().hash())
                    .with(EstimateRow.CODE_VERSION, CodeVersion.current())
                    .row())
        .toList();
  }

  List<Row> path(Analysis analysis) {
    return analysis.path().stream()
        .map(
            point ->
                numbers(
                        new TableRow(EventStudy.TABLE),
                        point.coefficient().estimate(),
                        EventStudy.ESTIMATE,
                        EventStudy.STD_ERROR,
                        EventStudy.CONF_LOW,
                        EventStudy.CONF_HIGH)
                    .with(EventStudy.STUDY, run.study().id())
                    .with(EventStudy.SPECIFICATION, analysis.specification().name())
                    .with(EventStudy.RELATIVE_PERIOD, point.coefficient().relativePeriod())
                    .with(EventStudy.PERIOD_START, point.start())
                    .with(EventStudy.REFERENCE, point.coefficient().reference())
                    .with(EventStudy.SUSPENDED, point.suspended())
                    .with(EventStudy.RUN_ID, run.runId())
                    .with(EventStudy.STUDY_HASH, run.study().hash())
                    .with(EventStudy.CODE_VERSION, CodeVersion.current())
                    .row())
        .toList();
  }

  List<Row> losses(Analysis analysis) {
    return analysis.losses().stream()
        .map(
            group ->
                numbers(
                        new TableRow(Loss.TABLE),
                        group.loss().lost(),
                        Loss.ESTIMATE,
                        Loss.STD_ERROR,
                        Loss.CONF_LOW,
                        Loss.CONF_HIGH)
                    .with(Loss.STUDY, run.study().id())
                    .with(Loss.SPECIFICATION, analysis.specification().name())
                    .with(Loss.DIMENSION, group.dimension())
                    .with(Loss.GROUP, group.loss().group())
                    .with(Loss.UNITS, (long) group.loss().units())
                    .withNumber(Loss.BASELINE_AMOUNT, group.loss().baseline())
                    .with(Loss.SUPPRESSED, group.loss().units() < run.study().minimumUnits())
                    .with(Loss.RUN_ID, run.runId())
                    .with(Loss.STUDY_HASH, run.study().hash())
                    .with(Loss.CODE_VERSION, CodeVersion.current())
                    .row())
        .toList();
  }

  private static TableRow numbers(
      TableRow row, Estimate estimate, Field point, Field stdError, Field low, Field high) {
    return row.withNumber(point, estimate.estimate())
        .withNumber(stdError, estimate.stdError())
        .withNumber(low, estimate.confLow())
        .withNumber(high, estimate.confHigh());
  }
}
