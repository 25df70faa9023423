package id.dampak.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.dampak.Repository;
import id.dampak.coverage.CoverageRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Of every estimator, on a design that meets its assumptions, 93 to 97 % of the 95 % intervals hold
 * the truth. Takes minutes on all cores, so that only {@code mvn -Pcoverage} runs it; writes the
 * tables of {@code docs/validation.md} to {@code target/coverage.md}.
 */
@Tag("coverage")
class EstimatorCoverageTest {
  private static final List<Outcome> ASSERTED = new ArrayList<>();
  private static final List<Outcome> BEYOND = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> intervalsHoldTheTruthAsOftenAsTheySay() {
    return Designs.meetingAssumptions().stream()
        .map(
            design ->
                dynamicTest(
                    design.estimator(),
                    () -> {
                      Outcome outcome = CoverageRun.of(design, System.err);
                      ASSERTED.add(outcome);
                      assertThat(outcome.accuracy().coverage())
                          .as(design.words())
                          .isBetween(0.93, 0.97);
                    }));
  }

  /** What a method cannot do is measured too, and holds it to nothing. */
  @TestFactory
  Stream<DynamicTest> whereAMethodIsNotMadeFor() {
    return Designs.beyond().stream()
        .map(
            design ->
                dynamicTest(
                    design.estimator(), () -> BEYOND.add(CoverageRun.of(design, System.err))));
  }

  @AfterAll
  static void writeTables() throws IOException {
    String text =
        "### Coverage\n\n"
            + Tables.coverage(ASSERTED)
            + "\n### Power\n\n"
            + Tables.power(ASSERTED)
            + "\n### Beyond their assumptions\n\n"
            + Tables.coverage(BEYOND);
    Files.writeString(Repository.path("jobs/target/coverage.md"), text);
  }
}
