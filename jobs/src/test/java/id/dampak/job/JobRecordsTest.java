package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Repository;
import id.dampak.contract.JobRun;
import id.dampak.contract.Loss;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class JobRecordsTest {

  @Test
  void rowsBalanceWhenEachIsStoredSetAsideOrARepeat() {
    assertThat(new Tally("orders", 10, 6, 3, 1).balances()).isTrue();
    assertThat(new Tally("orders", 10, 6, 3, 0).balances()).isFalse();
    assertThat(new Tally("orders", 10, 6, 3, 2).balances()).isFalse();
    assertThat(Tally.of("gold.loss", 4, 4).balances()).isTrue();
  }

  @Test
  void namesOfRunsSortByTimeAndTellStudiesApart() {
    Study study = StudyFile.read(Repository.path("jobs/studies/tiktok-live-2025.yaml"));
    String night = RunId.of(study, Instant.parse("2025-09-04T23:59:59.999Z"));
    String day = RunId.of(study, Instant.parse("2025-09-05T00:00:00Z"));

    assertThat(day).isEqualTo("20250905T000000.000Z-" + study.hash().substring(0, 8));
    assertThat(night).isLessThan(day);
  }

  @Test
  void valuesOfARowTakeThePlacesOfTheirFields() {
    Row row =
        new TableRow(JobRun.TABLE)
            .with(JobRun.SECONDS, 1.5)
            .with(JobRun.ROWS_DUPLICATE, 4L)
            .with(JobRun.ROWS_QUARANTINED, 3L)
            .with(JobRun.ROWS_OUT, 2L)
            .with(JobRun.ROWS_IN, 9L)
            .with(JobRun.SUBJECT, "orders")
            .with(JobRun.JOB, "clean")
            .with(JobRun.RUN_ID, "r1")
            .row();

    assertThat(row.mkString(" ")).isEqualTo("r1 clean orders 9 2 3 4 1.5");
  }

  @Test
  void aNumberThatIsNotDefinedIsNull() {
    Row row =
        loss()
            .withNumber(Loss.STD_ERROR, Double.NaN)
            .withNumber(Loss.CONF_LOW, -1.0)
            .with(Loss.UNITS, 3L)
            .row();

    assertThat(row.isNullAt(Loss.TABLE.fields().indexOf(Loss.STD_ERROR))).isTrue();
    assertThat(row.get(Loss.TABLE.fields().indexOf(Loss.CONF_LOW))).isEqualTo(-1.0);
  }

  @Test
  void aRequiredFieldWithoutAValueIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> loss().row())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gold.loss needs a units");
  }

  private static TableRow loss() {
    return new TableRow(Loss.TABLE)
        .with(Loss.STUDY, "s")
        .with(Loss.SPECIFICATION, "headline")
        .with(Loss.DIMENSION, "total")
        .with(Loss.GROUP, "all")
        .with(Loss.ESTIMATE, 5.0)
        .with(Loss.SUPPRESSED, false)
        .with(Loss.RUN_ID, "r")
        .with(Loss.STUDY_HASH, "h")
        .with(Loss.CODE_VERSION, "c");
  }
}
