package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dampak.panel.Columns;
import id.dampak.panel.Delimiter;
import id.dampak.panel.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows whose answer is known from fixest, made by a C program; skipped without gcc. */
class SpeedPanelTest {

  @Test
  void aMillionRowsGiveTheDigitsOfTheYardstick(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path source = Reference.shared().resolve("reference/speed/genpanel.c");
    assumeTrue(Files.isRegularFile(source), "the generator is not on this machine");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "there is no gcc on this machine");
    Path program = folder.resolve("genpanel");
    run("/usr/bin/gcc", "-O2", "-o", program.toString(), source.toString(), "-lm");
    Path csv = folder.resolve("panel.csv");
    Process generator =
        new ProcessBuilder(program.toString(), "10204", "100", "42", "csv")
            .redirectOutput(csv.toFile())
            .start();
    assertThat(generator.waitFor()).isZero();
    Columns columns =
        new Columns(Set.of("unit", "day", "x1", "x2", "d", "y"), Set.of("unit", "day"));
    Fit fit =
        FixedEffectsRegression.of("y", List.of("x1", "x2", "d"))
            .absorbing("unit", "day")
            .with(Variance.clusteredBy("unit"))
            .fit(TableFile.read(csv, columns, Delimiter.COMMA));
    assertThat(fit.observations()).isEqualTo(999_959);
    check(fit, "x1", 0.500951423117227, 0.000831716545110160);
    check(fit, "x2", -0.299522998904212, 0.000822682194914711);
    check(fit, "d", -0.240355411128401, 0.017560115079217797);
  }

  private static void check(Fit fit, String term, double estimate, double stdError) {
    Reference.near(fit.estimate(term).estimate(), estimate, 1e-8);
    Reference.near(fit.estimate(term).stdError(), stdError, 1e-6);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
