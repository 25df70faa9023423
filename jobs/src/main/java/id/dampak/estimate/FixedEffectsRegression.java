package id.dampak.estimate;

import id.dampak.error.MomentErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Linear regression with any number of fixed effects, weights, and iid, heteroskedasticity-robust
 * or one- and two-way clustered standard errors:
 *
 * <pre>y_i = x_i'β + Σ_q α_{q(i)} + ε_i,   β̂ = (X̃'WX̃)⁻¹ X̃'Wỹ</pre>
 *
 * where tildes mark what the fixed effects leave (Frisch–Waugh–Lovell). One and two effects are
 * taken out exactly, further ones by conjugate gradients. Sources: Abowd, Creecy and Kramarz
 * (2002); Cameron, Gelbach and Miller (2011), doi:10.1198/jbes.2010.07136; small-sample factors as
 * in Bergé's fixest. See {@code docs/methods/fixed-effects-regression.md}.
 *
 * <p>Differs from fixest: the rank of two effects counts every connected component (fixest's {@code
 * K.exact = TRUE}), and a two-way variance that comes out negative is reported as undefined, not
 * repaired.
 *
 * @param outcome numeric column y
 * @param regressors numeric columns, or products {@code a*b}
 * @param fixedEffects columns, or cells {@code a^b}; with none there is an intercept
 * @param weights column of weights w (inverse variances up to scale)
 * @param variance how standard errors are computed
 * @param singletons what becomes of observations that are alone in a level of an effect
 * @param level confidence level of the intervals, in (0, 1)
 */
public record FixedEffectsRegression(
    String outcome,
    List<String> regressors,
    List<String> fixedEffects,
    Optional<String> weights,
    Variance variance,
    Singletons singletons,
    double level)
    implements MomentEstimator {

  /** Name of the constant of a regression without fixed effects. */
  public static final String INTERCEPT = "(Intercept)";

  public FixedEffectsRegression {
    regressors = List.copyOf(regressors);
    fixedEffects = List.copyOf(fixedEffects);
  }

  /** {@code outcome} on {@code regressors}, iid errors, 95 % intervals, nothing absorbed. */
  public static FixedEffectsRegression of(String outcome, List<String> regressors) {
    return new FixedEffectsRegression(
        outcome,
        regressors,
        List.of(),
        Optional.empty(),
        new Variance.Iid(),
        Singletons.KEEP,
        0.95);
  }

  /** The same with these fixed effects; {@code a^b} stands for the cells of a and b. */
  public FixedEffectsRegression absorbing(String... effects) {
    return new FixedEffectsRegression(
        outcome, regressors, List.of(effects), weights, variance, singletons, level);
  }

  /** The same with observations weighted by {@code column}. */
  public FixedEffectsRegression weightedBy(String column) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, Optional.of(column), variance, singletons, level);
  }

  /** The same with another variance. */
  public FixedEffectsRegression with(Variance other) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, weights, other, singletons, level);
  }

  /** The same with another treatment of singletons. */
  public FixedEffectsRegression with(Singletons other) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, weights, variance, other, level);
  }

  /** The same with intervals of another level. */
  public FixedEffectsRegression withLevel(double other) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, weights, variance, singletons, other);
  }

  @Override
  public Set<String> columns() {
    return names().all();
  }

  @Override
  public Set<String> identifiers() {
    return names().identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return fit(panel, Compression.WHERE_IT_PAYS);
  }

  /** Estimates on observations, or on the cells that they are collapsed into. */
  public Fit fit(Panel panel, Compression compression) {
    Sample sample = sample(panel);
    Question question = Question.of(outcome, regressors, fixedEffects);
    SampleRows all = SampleRows.of(panel, sample, weights);
    // Two readings of all rows take less time than finding out which of them agree.
    SampleRows rows =
        compression == Compression.ALWAYS ? all.compressed(question, variance, compression) : all;
    Optional<MemoryPasses> passes =
        MemoryPasses.of(question, Optional.empty(), variance, rows, Optional.empty());
    if (passes.isPresent()) {
      return fit(passes.get());
    }
    Optional<Cells> cells =
        rows.cells().or(() -> all.compressed(question, variance, compression).cells());
    Frame frame = new Frame(model(), panel, sample, cells);
    return regression(frame, ColumnDesign.of(regressors, frame)).linear();
  }

  private Fit fit(Passes passes) {
    return fit(Moments.of(passes, variance));
  }

  /**
   * Estimates with dummies as further regressors, after the others. They are never written out, so
   * that there may be hundreds of them.
   *
   * @throws id.dampak.error.DampakException if the fixed effects explain all of the dummies
   */
  public Fit fit(Panel panel, Dummies dummies) {
    Sample sample = sample(panel);
    Question question =
        new Question(outcome, regressors, dummies.terms(), dummies.name(), fixedEffects);
    Optional<EventDesign> design = Optional.of(EventDesign.of(dummies, sample.rows()));
    return MemoryPasses.of(
            question, Optional.empty(), variance, SampleRows.of(panel, sample, weights), design)
        .map(this::fit)
        .orElseGet(
            () -> {
              Frame frame = new Frame(model(), panel, sample);
              return regression(frame, ExposureDesign.of(dummies, this, frame)).linear();
            });
  }

  @Override
  public List<String> groupings() {
    if (fixedEffects.isEmpty() || fixedEffects.size() > 2) {
      throw MomentErrors.needsOneOrTwoEffects(fixedEffects);
    }
    return fixedEffects;
  }

  @Override
  public Moments summarise(PanelPieces pieces, String grouping) {
    return Moments.of(PiecePasses.of(MomentModel.of(this, grouping), pieces), variance);
  }

  @Override
  public Fit fit(Moments moments) {
    return moments.fit(this, variance, level);
  }

  @Override
  public ClusterMoments moments(Panel panel, CrossingEffects crossing) {
    Frame frame = frame(panel);
    return regression(frame, ColumnDesign.of(regressors, frame)).moments(crossing);
  }

  private Frame frame(Panel panel) {
    return new Frame(model(), panel, sample(panel));
  }

  private Regression regression(Frame frame, Design design) {
    return new Regression(model(), frame, design);
  }

  private Model model() {
    return new Model(this, outcome, fixedEffects, weights, variance, level);
  }

  /** The observations of {@code panel} that enter. */
  public Sample sample(Panel panel) {
    Sample sample = new Sample(panel);
    sample.requireNumbers(outcome);
    sample.requireTerms(regressors);
    weights.ifPresent(sample::requireWeights);
    fixedEffects.forEach(sample::requireCategories);
    sample.requireClusters(variance);
    sample.treatSingletons(fixedEffects, singletons);
    return sample;
  }

  ColumnNames names() {
    return new ColumnNames()
        .numbers(List.of(outcome))
        .numbers(regressors)
        .categories(fixedEffects)
        .optional(weights, variance);
  }
}
