package id.dampak.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.dampak.Repository;
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
 * The verdict objects to 95 % and more of the markets that violate an assumption strongly. Run by
 * {@code mvn -Pcoverage} alone, like {@link EstimatorCoverageTest}; writes its tables to {@code
 * target/coverage-verdict.md}.
 */
@Tag("coverage")
class VerdictCoverageTest {
  private static final List<VerdictDesign.Outcome> STRONG = new ArrayList<>();
  private static final List<VerdictDesign.Outcome> NONE = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> strongViolationsAreObjectedTo() {
    return Violations.strong().stream()
        .map(
            design ->
                dynamicTest(
                    design.words(),
                    () -> {
                      VerdictDesign.Outcome outcome = run(design);
                      STRONG.add(outcome);
                      assertThat(outcome.objected()).isGreaterThanOrEqualTo(0.95);
                    }));
  }

  /** False alarms are counted. */
  @TestFactory
  Stream<DynamicTest> marketsWithNothingWrongAreJudgedToo() {
    return Violations.none().stream()
        .map(design -> dynamicTest(design.words(), () -> NONE.add(run(design))));
  }

  private static VerdictDesign.Outcome run(VerdictDesign design) {
    VerdictDesign.Outcome outcome = design.run();
    System.err.printf(
        "%d verdicts: %s, objected in %.3f%n",
        VerdictDesign.DRAWS, design.words(), outcome.objected());
    return outcome;
  }

  @AfterAll
  static void writeTables() throws IOException {
    Files.writeString(
        Repository.path("jobs/target/coverage-verdict.md"),
        "### Strong violations\n\n"
            + Tables.verdicts(STRONG)
            + "\n### Nothing wrong\n\n"
            + Tables.verdicts(NONE));
  }
}
