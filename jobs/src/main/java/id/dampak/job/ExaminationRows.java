package id.dampak.job;

import id.dampak.contract.Robustness;
import id.dampak.contract.VerdictRow;
import id.dampak.estimate.sensitivity.Standing;
import id.dampak.method.Examination;
import id.dampak.method.Look;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Writes what was found out about a headline as rows, each with where it comes from. */
final class ExaminationRows {
  private final RunContext run;

  ExaminationRows(RunContext run) {
    this.run = run;
  }

  List<Row> looks(Examination examination) {
    return examination.looks().stream().map(look -> row(examination, look)).toList();
  }

  private Row row(Examination examination, Look look) {
    TableRow row =
        new TableRow(Robustness.TABLE)
            .with(Robustness.STUDY, run.study().id())
            .with(Robustness.SPECIFICATION, examination.specification().name())
            .with(Robustness.EXAMINATION, look.examination())
            .with(Robustness.SUBJECT, look.subject())
            .withNumber(Robustness.ESTIMATE, look.estimate().estimate())
            .withNumber(Robustness.STD_ERROR, look.estimate().stdError())
            .withNumber(Robustness.CONF_LOW, look.estimate().confLow())
            .withNumber(Robustness.CONF_HIGH, look.estimate().confHigh())
            .withNumber(Robustness.P_VALUE, look.estimate().pValue())
            .with(Robustness.RUN_ID, run.runId())
            .with(Robustness.STUDY_HASH, run.study().hash())
            .with(Robustness.CODE_VERSION, CodeVersion.current());
    look.refusal().ifPresent(why -> row.with(Robustness.REFUSAL, why));
    return row.row();
  }

  List<Row> verdict(Examination examination) {
    Stream<Row> findings =
        examination.verdict().findings().stream()
            .map(
                finding ->
                    row(examination, name(finding.topic()), finding.standing(), finding.reason()));
    return Stream.concat(
            Stream.of(
                row(
                    examination,
                    VerdictRow.OVERALL,
                    examination.verdict().standing(),
                    String.join(" ", examination.verdict().reasons()))),
            findings)
        .toList();
  }

  private Row row(Examination examination, String topic, Standing standing, String reason) {
    return new TableRow(VerdictRow.TABLE)
        .with(VerdictRow.STUDY, run.study().id())
        .with(VerdictRow.SPECIFICATION, examination.specification().name())
        .with(VerdictRow.TOPIC, topic)
        .with(VerdictRow.STANDING, name(standing))
        .with(VerdictRow.REASON, reason)
        .with(VerdictRow.RUN_ID, run.runId())
        .with(VerdictRow.STUDY_HASH, run.study().hash())
        .with(VerdictRow.CODE_VERSION, CodeVersion.current())
        .row();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
