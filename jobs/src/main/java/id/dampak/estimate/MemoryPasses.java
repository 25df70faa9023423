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

/** Passes over a panel in memory, whose columns are read where they are. */
final class MemoryPasses implements Passes {
  /** Levels of the smaller effect beyond which it is not eliminated directly. */
  private static final int MOST_LEVELS = 10_000;

  private final Question question;
  private final ClusterPlan clusters;
  private final Entered entered;
  private final GroupedRows rows;
  private final int levels;
  private final boolean variesWithinRows;

  private MemoryPasses(
      Question question, ClusterPlan clusters, SampleRows sample, Optional<EventDesign> dummies) {
    this.question = question;
    this.clusters = clusters;
    this.entered = sample.entered();
    int[] groups = sample.codes(clusters.group());
    this.rows = new GroupedRows(sample.columns(question), groups, sample.levels(clusters.group()));
    sample.weights().ifPresent(rows::weighted);
    Optional<LocalLevels> found =
        question.effects().stream()
            .filter(effect -> !effect.equals(clusters.group()))
            .findFirst()
            .map(sample::labelled);
    found.ifPresent(local -> rows.withLevels(local.renumbered(local.ordered(groups))));
    this.levels = found.map(local -> local.occurring().length).orElse(1);
    dummies.ifPresent(design -> rows.withEvents(design.codes(), design.exposure()));
    rows.withClusters(clusters.coded().stream().map(sample::codes).toList());
    sample.spread().ifPresent(rows::ofCells);
    this.variesWithinRows = sample.spread().stream().anyMatch(spread -> spread.total() > 0);
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
      Variance variance,
      SampleRows sample,
      Optional<EventDesign> dummies) {
    List<String> effects = question.effects();
    if (effects.isEmpty() || effects.size() > 2) {
      return Optional.empty();
    }
    String grouping =
        group.orElseGet(
            () ->
                effects.stream()
                    .reduce((a, b) -> sample.levels(b) > sample.levels(a) ? b : a)
                    .orElseThrow());
    boolean tooMany =
        effects.stream()
            .filter(effect -> !effect.equals(grouping))
            .anyMatch(effect -> sample.levels(effect) > MOST_LEVELS);
    return tooMany
        ? Optional.empty()
        : Optional.of(
            new MemoryPasses(question, ClusterPlan.of(grouping, variance), sample, dummies));
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
  public boolean variesWithinRows() {
    return variesWithinRows;
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
