package id.dampak.job;

import id.dampak.contract.Power;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** Rows of {@link Power}: one for each design and power. */
final class PowerRows {
  private final RunContext run;
  private final PowerReport report;

  PowerRows(RunContext run, PowerReport report) {
    this.run = run;
    this.report = report;
  }

  List<Row> rows() {
    return report.rows().stream()
        .flatMap(row -> report.question().powers().stream().map(power -> row(row, power)))
        .toList();
  }

  private Row row(PowerRow row, double power) {
    return new TableRow(Power.TABLE)
        .with(Power.STUDY, run.study().id())
        .with(Power.SPECIFICATION, report.specification())
        .with(Power.BASIS, row.basis().name().toLowerCase(Locale.ROOT))
        .with(Power.UNIT_MULTIPLE, row.design().unitMultiple())
        .with(Power.PERIODS, row.design().periods())
        .with(Power.EXPOSURE_MULTIPLE, row.design().exposureMultiple())
        .with(Power.POWER, power)
        .with(Power.DETECTABLE_SHARE, row.share(power))
        .with(Power.DETECTABLE_COEFFICIENT, row.coefficient(power))
        .with(Power.UNITS, row.design().units())
        .with(Power.EXPOSED_SHARE, row.design().exposedShare())
        .with(Power.PLACEBOS, (long) row.placebos())
        .with(Power.TEST_SIZE, report.question().size())
        .with(Power.RUN_ID, run.runId())
        .with(Power.STUDY_HASH, run.study().hash())
        .with(Power.CODE_VERSION, CodeVersion.current())
        .row();
  }
}
