package id.dampak.estimate;

import id.dampak.linalg.CombinedProducts;
import id.dampak.linalg.FlaggedProducts;
import id.dampak.linalg.GroupedRows;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.Nesting;
import id.dampak.linalg.PartialledOut;
import id.dampak.linalg.ScoreEquation;
import id.dampak.linalg.WithinProducts;
import id.dampak.linalg.WithinScores;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Passes over a panel in memory, whose columns are read where they are. */
final class MemoryPasses implements Passes {
  /** Levels of the smaller effect beyond which it is not eliminated directly. */
  private static final int MOST_LEVELS = 10_000;

  private final Question question;
  private final ClusterPlan clusters;
  private final Entered entered;
  private final GroupedRows rows;
  private final int levels;

  private MemoryPasses(
      Question question, ClusterPlan clusters, Entered entered, GroupedRows rows, int levels) {
    this.question = question;
    this.clusters = clusters;
    this.entered = entered;
    this.rows = rows;
    this.levels = levels;
  }

  /**
   * Passes over a sample; empty without effects, with more than two, or where both of two have too
   * many levels.
   *
   * @param group the effect whose levels are groups; of two without a preference the larger
   * @param dummies further regressors, for rows of the sample
   */
  static Optional<MemoryPasses> of(
      Question question,
      Optional<String> group,
      Optional<String> weights,
      Variance variance,
      Panel panel,
      Sample sample,
      Optional<EventDesign> dummies) {
    List<String> effects = question.effects();
    if (effects.isEmpty() || effects.size() > 2) {
      return Optional.empty();
    }
    String grouping = group.orElseGet(() -> larger(effects, sample));
    List<String> others = effects.stream().filter(effect -> !effect.equals(grouping)).toList();
    if (others.stream().anyMatch(other -> sample.coded(other).levels() > MOST_LEVELS)) {
      return Optional.empty();
    }
    double[][] columns =
        Stream.concat(question.columns().stream(), Stream.of(question.outcome()))
            .map(sample::numbers)
            .toArray(double[][]::new);
    int[] groups = sample.codes(grouping);
    GroupedRows rows = new GroupedRows(columns, groups, sample.coded(grouping).levels());
    weights.ifPresent(column -> rows.weighted(sample.numbers(column)));
    int levels = 1;
    if (!others.isEmpty()) {
      LocalLevels found = LocalLevels.of(panel, sample, others.get(0));
      rows.withLevels(found.renumbered(found.ordered(groups)));
      levels = found.occurring().length;
    }
    dummies.ifPresent(design -> rows.withEvents(design.codes(), design.exposure()));
    ClusterPlan plan = ClusterPlan.of(grouping, variance);
    rows.withClusters(plan.coded().stream().map(sample::codes).toList());
    Entered entered = new Entered(rows.observations(), sample.dropped(), sample.warnings());
    return Optional.of(new MemoryPasses(question, plan, entered, rows, levels));
  }

  private static String larger(List<String> effects, Sample sample) {
    return effects.stream()
        .reduce((a, b) -> sample.coded(b).levels() > sample.coded(a).levels() ? b : a)
        .orElseThrow();
  }

  @Override
  public Question question() {
    return question;
  }

  @Override
  public ClusterPlan clusters() {
    return clusters;
  }

  @Override
  public Entered entered() {
    return entered;
  }

  @Override
  public WithinProducts products() {
    WithinProducts sums =
        new WithinProducts(question.columns().size() + 1, levels, question.dummies().size());
    sums.add(rows);
    return sums;
  }

  @Override
  public Nesting nesting() {
    Nesting nesting = new Nesting(clusters.coded().size(), levels);
    nesting.add(rows);
    return nesting;
  }

  @Override
  public FlaggedProducts flagged(PartialledOut effects, int[] which) {
    FlaggedProducts sums =
        new FlaggedProducts(which.length, question.columns().size() + 1, question.dummies().size());
    sums.add(rows, effects, which);
    return sums;
  }

  @Override
  public CombinedProducts combined(PartialledOut effects, int[] kept, Matrix u) {
    CombinedProducts sums = new CombinedProducts(kept.length);
    sums.add(rows, effects, kept, u);
    return sums;
  }

  @Override
  public WithinScores scores(ScoreEquation equation) {
    WithinScores sums = new WithinScores(equation.kept().length, equation.clusters());
    sums.add(rows, equation);
    return sums;
  }
}
