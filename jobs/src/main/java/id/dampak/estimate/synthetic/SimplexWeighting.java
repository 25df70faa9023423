package id.dampak.estimate.synthetic;

import id.dampak.linalg.FrankWolfe;
import id.dampak.linalg.SimplexProgram;
import java.util.Arrays;
import java.util.Optional;

/**
 * Weights that make controls track the treated before treatment, and periods before it track those
 * after: equations (4) to (6) of Arkhangelsky et al. (2021). The penalties are fixed when the rule
 * is made, so that placebos are found under the same ones.
 */
final class SimplexWeighting implements Weighting {
  private static final double TINY = 1e-6;
  private static final double LEAST_DECREASE = 1e-5;
  private static final int FIRST_STEPS = 100;
  private static final int STEPS = 10_000;
  private static final double SPARSE = 0.25;

  /** Whether weights match levels or changes. */
  private enum Matching {
    LEVELS,
    CHANGES
  }

  private final SimplexSolver solver;
  private final Matching matching;
  private final double noise;
  private final double zetaOmega;

  private SimplexWeighting(
      SimplexSolver solver, Matching matching, double noise, double zetaOmega) {
    this.solver = solver;
    this.matching = matching;
    this.noise = noise;
    this.zetaOmega = zetaOmega;
  }

  /** Synthetic difference in differences: ζ = (N₁T₁)^¼ σ̂, λ free, intercepts in both problems. */
  static SimplexWeighting ofChanges(Block block, SimplexSolver solver) {
    double noise = block.noise();
    double scale = Math.sqrt(Math.sqrt((double) block.treated() * block.after()));
    return new SimplexWeighting(solver, Matching.CHANGES, noise, scale * noise);
  }

  /** Synthetic control: ζ = ridge σ̂, λ = 0, no intercept. */
  static SimplexWeighting ofLevels(Block block, SimplexSolver solver, double ridge) {
    double noise = block.noise();
    return new SimplexWeighting(solver, Matching.LEVELS, noise, ridge * noise);
  }

  @Override
  public Weights weights(Block block, Optional<Weights> near) {
    double[][] controls = block.controlsBefore();
    double[] omega =
        solve(
            controls,
            Arrays.copyOf(block.treatedMean(), block.before()),
            zetaOmega,
            near.map(Weights::omega));
    double[] lambda =
        switch (matching) {
          case LEVELS -> new double[block.before()];
          case CHANGES ->
              solve(
                  transposed(controls),
                  block.controlsAfter(),
                  TINY * noise,
                  near.map(Weights::lambda));
        };
    return new Weights(omega, lambda);
  }

  private double[] solve(double[][] points, double[] target, double zeta, Optional<double[]> near) {
    double[][] a = matching == Matching.CHANGES ? centred(points) : points;
    double[] b = matching == Matching.CHANGES ? centred(target) : target;
    double ridge = zeta * zeta * b.length;
    return switch (solver) {
      case ACTIVE_SET -> SimplexProgram.nearest(a, b, ridge).solve();
      case FRANK_WOLFE -> stepwise(a, b, ridge, near.orElse(Weights.uniform(a.length)));
    };
  }

  private double[] stepwise(double[][] a, double[] b, double ridge, double[] start) {
    FrankWolfe steps = new FrankWolfe(a, b, ridge);
    double least = LEAST_DECREASE * LEAST_DECREASE * noise * noise * b.length;
    double[] first = steps.minimise(start, least, FIRST_STEPS);
    double bar = SPARSE * Arrays.stream(first).max().orElseThrow();
    double[] sparse = Arrays.stream(first).map(w -> w <= bar ? 0 : w).toArray();
    return steps.minimise(Weights.normalised(sparse), least, STEPS);
  }

  private static double[][] centred(double[][] points) {
    return Arrays.stream(points).map(SimplexWeighting::centred).toArray(double[][]::new);
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int t = 0; t < columns.length; t++) {
        columns[t][i] = rows[i][t];
      }
    }
    return columns;
  }
}
