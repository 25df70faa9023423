package id.dampak.coverage;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;

/** Draws a design on all cores: coverage at the planted effect, and power at parts of it. */
final class CoverageRun {
  /** Effects of the power curve, in multiples of the planted one; without effect it is the size. */
  static final List<Double> SIZES = List.of(0.0, 0.25, 0.5, 1.0, 1.5);

  private static final int PART = 4;

  /** For a quick look: no design draws more samples than this property says. */
  static final int MOST = Integer.getInteger("dampak.draws", Integer.MAX_VALUE);

  private CoverageRun() {}

  /**
   * What came out.
   *
   * @param power share of samples whose interval does not hold 0, for each of {@link #SIZES}
   */
  record Outcome(CoverageDesign design, Accuracy accuracy, List<Double> power) {}

  static Outcome of(CoverageDesign design, PrintStream progress) {
    double start = cpuSeconds();
    int draws = Math.min(design.draws(), MOST);
    List<Trial> trials = trials(design, design.effect(), draws);
    List<Double> power =
        SIZES.stream()
            .map(
                size ->
                    size == 1
                        ? rejected(trials)
                        : rejected(trials(design, size * design.effect(), draws / PART)))
            .toList();
    Accuracy accuracy = Accuracy.of(design.estimator(), trials);
    progress.printf("%s  %d draws, %.0f s of CPU%n", accuracy, draws, cpuSeconds() - start);
    return new Outcome(design, accuracy, power);
  }

  private static List<Trial> trials(CoverageDesign design, double effect, int draws) {
    return LongStream.rangeClosed(1, draws)
        .parallel()
        .mapToObj(seed -> design.trial(seed, effect))
        .toList();
  }

  private static double cpuSeconds() {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return process.getProcessCpuTime() / 1e9;
  }

  private static double rejected(List<Trial> trials) {
    return trials.stream().filter(Trial::rejects).count() / (double) trials.size();
  }
}
