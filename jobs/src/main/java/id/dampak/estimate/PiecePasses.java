package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.error.MomentErrors;
import id.dampak.linalg.CombinedProducts;
import id.dampak.linalg.FlaggedProducts;
import id.dampak.linalg.GroupedRows;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.Nesting;
import id.dampak.linalg.PartialledOut;
import id.dampak.linalg.ScoreEquation;
import id.dampak.linalg.WithinProducts;
import id.dampak.linalg.WithinScores;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Passes over pieces of a panel: one to number what is in it, then those of {@link Passes}. */
final class PiecePasses implements Passes {
  /** Levels of the effect that is eliminated beyond which its equations are too large. */
  private static final int MOST_LEVELS = 10_000;

  private final PanelPieces pieces;
  private final Layout layout;
  private final Survey survey;
  private final Products products;

  private PiecePasses(PanelPieces pieces, Layout layout, Survey survey) {
    this.pieces = pieces;
    this.layout = layout;
    this.survey = survey;
    this.products = pieces.sum(new ProductPass(layout));
  }

  /**
   * Looks at the pieces and makes the first pass.
   *
   * @throws id.dampak.error.DampakException if no observation is left, the smaller effect has too
   *     many levels, or the pieces carry no event study
   */
  static PiecePasses of(MomentModel model, PanelPieces pieces) {
    SingletonRule rule = SingletonRule.of(model);
    Survey survey = pieces.sum(new SurveyPass(rule));
    while (model.singletons() == Singletons.DROP && !survey.loneLevels().isEmpty()) {
      rule = rule.with(survey.loneLevels());
      survey = pieces.sum(new SurveyPass(rule));
    }
    if (survey.observations() == 0) {
      throw EstimationErrors.noObservations(
          survey.dropped().stream().map(d -> d.rows() + " rows: " + d.reason()).toList());
    }
    if (survey.observations() > Integer.MAX_VALUE) {
      throw MomentErrors.tooManyObservations(survey.observations());
    }
    if (survey.levels().size() > MOST_LEVELS) {
      throw MomentErrors.tooManyLevels(
          model.levels().orElseThrow(), survey.levels().size(), MOST_LEVELS);
    }
    for (ExposureEventStudy study : model.study()) {
      survey.events().requireBothSides(study.reference());
    }
    return new PiecePasses(pieces, new Layout(rule, survey), survey);
  }

  @Override
  public Question question() {
    MomentModel model = layout.model();
    return new Question(
        model.outcome(),
        model.columns(),
        layout.dummies(),
        model.study().stream().map(ExposureEventStudy::exposure).findFirst().orElse(""),
        model.effects());
  }

  @Override
  public ClusterPlan clusters() {
    return layout.model().clusters();
  }

  @Override
  public Entered entered() {
    List<String> warnings = new ArrayList<>();
    MomentModel model = layout.model();
    for (String effect : model.effects()) {
      long alone = effect.equals(model.group()) ? survey.loneGroups() : survey.loneLevels().size();
      if (alone > 0) {
        warnings.add(Sample.alone(alone, effect));
      }
    }
    return new Entered(Math.toIntExact(survey.observations()), survey.dropped(), warnings);
  }

  @Override
  public boolean variesWithinRows() {
    return false;
  }

  @Override
  public WithinProducts products() {
    return products.sums;
  }

  @Override
  public Nesting nesting() {
    return products.nesting;
  }

  @Override
  public FlaggedProducts flagged(PartialledOut effects, int[] which) {
    return pieces.sum(new FlaggedPass(layout, effects, which));
  }

  @Override
  public CombinedProducts combined(PartialledOut effects, int[] kept, Matrix u) {
    return pieces.sum(new CombinedPass(layout, effects, kept, u));
  }

  @Override
  public WithinScores scores(ScoreEquation equation) {
    return pieces.sum(new ScorePass(layout, equation));
  }

  /** Looks at what is in the pieces. */
  private record SurveyPass(SingletonRule rule) implements PiecePass<Survey> {
    private static final long serialVersionUID = 1L;

    @Override
    public Survey start() {
      return new Survey(rule.model().clusters().coded().size());
    }

    @Override
    public void add(Survey sums, Panel piece) {
      sums.add(rule, piece);
    }

    @Override
    public void merge(Survey sums, Survey others) {
      sums.addAll(others);
    }
  }

  /** What the first pass finds. */
  private record Products(WithinProducts sums, Nesting nesting) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private record ProductPass(Layout layout) implements PiecePass<Products> {
    private static final long serialVersionUID = 1L;

    @Override
    public Products start() {
      MomentModel model = layout.model();
      int levels = layout.levelCount();
      return new Products(
          new WithinProducts(model.columns().size() + 1, levels, layout.dummies().size()),
          new Nesting(model.clusters().coded().size(), levels));
    }

    @Override
    public void add(Products sums, Panel piece) {
      GroupedRows rows = layout.rows(piece);
      sums.sums().add(rows);
      sums.nesting().add(rows);
    }

    @Override
    public void merge(Products sums, Products others) {
      sums.sums().addAll(others.sums());
      sums.nesting().addAll(others.nesting());
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
  private record FlaggedPass(Layout layout, PartialledOut effects, int[] which)
      implements PiecePass<FlaggedProducts> {
    private static final long serialVersionUID = 1L;

    @Override
    public FlaggedProducts start() {
      return new FlaggedProducts(
          which.length, layout.model().columns().size() + 1, layout.dummies().size());
    }

    @Override
    public void add(FlaggedProducts sums, Panel piece) {
      sums.add(layout.rows(piece), effects, which);
    }

    @Override
    public void merge(FlaggedProducts sums, FlaggedProducts others) {
      sums.addAll(others);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
  private record CombinedPass(Layout layout, PartialledOut effects, int[] kept, Matrix u)
      implements PiecePass<CombinedProducts> {
    private static final long serialVersionUID = 1L;

    @Override
    public CombinedProducts start() {
      return new CombinedProducts(kept.length);
    }

    @Override
    public void add(CombinedProducts sums, Panel piece) {
      sums.add(layout.rows(piece), effects, kept, u);
    }

    @Override
    public void merge(CombinedProducts sums, CombinedProducts others) {
      sums.addAll(others);
    }
  }

  private record ScorePass(Layout layout, ScoreEquation equation)
      implements PiecePass<WithinScores> {
    private static final long serialVersionUID = 1L;

    @Override
    public WithinScores start() {
      return new WithinScores(equation.kept().length, equation.clusters());
    }

    @Override
    public void add(WithinScores sums, Panel piece) {
      sums.add(layout.rows(piece), equation);
    }

    @Override
    public void merge(WithinScores sums, WithinScores others) {
      sums.addAll(others);
    }
  }
}
