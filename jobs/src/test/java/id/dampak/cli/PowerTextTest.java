package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import id.dampak.error.PowerErrors;
import id.dampak.estimate.inference.StandardErrorPower;
import id.dampak.job.LossShare;
import id.dampak.job.PowerQuestion;
import id.dampak.job.PowerReport;
import id.dampak.job.PowerRow;
import id.dampak.job.PowerRow.Basis;
import id.dampak.job.PowerRow.Design;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PowerTextTest {
  private static final Study STUDY =
      StudyFile.read(Repository.path("jobs/studies/tiktok-live-2025.yaml"));
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** A row whose loss of power 0.8 is 2.8016 standard errors. */
  private static PowerRow row(Basis basis, double stdError) {
    return new PowerRow(
        new Design(1, 1500, 4, 1, 0.265),
        basis,
        46,
        new StandardErrorPower(stdError, INFINITE, 0.05),
        new LossShare.Linear(1));
  }

  private static String text(boolean refused, PowerRow... rows) {
    PowerReport report =
        new PowerReport(
            "headline",
            new PowerQuestion(Optional.empty(), 0.05, 0.8, List.of()),
            LocalDateTime.parse("2025-06-28T00:00"),
            LocalDateTime.parse("2025-08-30T00:00"),
            3,
            7,
            false,
            19,
            List.of(rows),
            refused
                ? Optional.of(PowerErrors.tooFewDates(10, 19, 0.05, "day", 63, 72))
                : Optional.empty());
    StringWriter out = new StringWriter();
    new PowerText(STUDY, report).print(new PrintWriter(out, true));
    return out.toString();
  }

  @Test
  void aSuspensionThatCanBeMeasuredIsSaidToBeFromALossOn() {
    String text = text(false, row(Basis.PLACEBO_DATES, 0.05), row(Basis.STANDARD_ERROR, 0.04));

    assertThat(text)
        .contains(
            "A 4-day suspension is detectable from a loss of 14 % of a merchant's LIVE sales on:"
                + " a test at 5 % finds it with probability 0.8.")
        .contains("0.5: from 9.8 % on; 0.8: from 14 % on; 0.9: from 16.2 % on; 0.95: from 18 % on.")
        .contains("By its standard error alone (Bloom 1995) it would be 11.2 %;")
        .contains("the windows of 3 of them share no day")
        .containsPattern("1,500 +4 +26.5 % +46 +14 % +placebo dates")
        .doesNotContain("remedy");
  }

  @Test
  void aStandardErrorThatPromisesLessIsSaidToBeTheSafer() {
    assertThat(text(false, row(Basis.PLACEBO_DATES, 0.05), row(Basis.STANDARD_ERROR, 0.06)))
        .contains("it would be 16.8 %: more, and with few dates apart the larger");
  }

  @Test
  void whatNotEvenTheLossOfEverythingWouldShowCannotBeMeasured() {
    assertThat(text(false, row(Basis.PLACEBO_DATES, 0.45)))
        .contains(
            "A 4-day suspension cannot be measured by this study: even the loss of all of a"
                + " merchant's LIVE sales would be found with a probability below 0.8.")
        .contains("Found with probability 0.5: from 88.2 % on.\n")
        .containsPattern("46 +more than all +placebo dates");
    assertThat(text(false, row(Basis.PLACEBO_DATES, 5))).contains("more likely missed than found");
  }

  @Test
  void theFormulaIsCalledWhatItIsWherePlaceboDatesAreTooFew() {
    assertThat(text(true, row(Basis.STANDARD_ERROR, 0.05)))
        .contains("Cannot estimate power by placebo dates.", "hold 10 placebo dates")
        .contains("remedy: Let \"window:\" in the study file begin 9 days earlier")
        .contains("By its standard error alone, a 4-day suspension would be detectable from a loss")
        .contains("The truth is more")
        .doesNotContain("Noise is the spread");
    assertThat(text(true, row(Basis.STANDARD_ERROR, 0.5)))
        .contains("cannot be measured by this study: even by its standard error alone");
  }
}
