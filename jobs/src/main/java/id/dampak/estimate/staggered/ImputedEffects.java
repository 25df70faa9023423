package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import id.dampak.estimate.ScoreTest;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.DummyEquations;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One run of {@link Imputation}: the model, the effects, what each cluster adds to each of them.
 */
final class ImputedEffects {
  private final Imputation options;
  private final ImputationSample sample;
  private final UntreatedModel model;
  private final UntreatedModel.Errors errors;
  private final EffectTargets targets;
  private final Factor untreatedClusters;
  private final int clusters;
  private final ClusterAverages averages;
  private final LeadRegression leads;

  private ImputedEffects(
      Imputation options, ImputationSample sample, DummyEquations equations, UntreatedModel model) {
    this.options = options;
    this.sample = sample;
    this.model = model;
    requireVariation();
    this.errors =
        model.errors(
            sample.values(options.outcome(), sample.untreated()),
            sample.values(options.outcome(), sample.treated()));
    this.targets = EffectTargets.of(options, sample);
    int[] codes = sample.adoption().groups(options.cluster());
    int levels = Arrays.stream(codes).max().orElse(0) + 1;
    Factor all = Factor.compact(codes, levels, sample.used());
    this.clusters = all.levels();
    if (clusters < 2) {
      throw EstimationErrors.oneCluster(options.cluster());
    }
    int n0 = sample.untreated().length;
    int n1 = sample.treated().length;
    this.untreatedClusters = Factor.of(Arrays.copyOf(all.toCodes(), n0), clusters);
    Factor treatedClusters = Factor.of(Arrays.copyOfRange(all.toCodes(), n0, n0 + n1), clusters);
    CohortCells cells = CohortCells.of(sample.adoption(), sample.treated(), row -> true);
    this.averages = new ClusterAverages(treatedClusters, Factor.of(cells.codes(), cells.size()));
    this.leads =
        LeadRegression.of(
            options, sample, equations.absorber(), untreatedClusters, errors.untreated());
  }

  private void requireVariation() {
    double[] outcomes = sample.values(options.outcome(), sample.used());
    if (Arrays.stream(outcomes).allMatch(outcome -> outcome == outcomes[0])) {
      throw EstimationErrors.noVariation(options.outcome(), List.of());
    }
  }

  static ImputedEffects of(Imputation options, Panel panel) {
    ImputationSample sample = ImputationSample.of(options, panel);
    DummyEquations equations = equations(sample);
    UntreatedModel model = model(options, sample, equations);
    boolean[] unidentified =
        model.unidentified(
            columns(options, sample, sample.untreated()),
            columns(options, sample, sample.treated()));
    for (boolean any : unidentified) {
      if (any) {
        sample = sample.without(unidentified);
        model = model(options, sample, equations);
        break;
      }
    }
    return new ImputedEffects(options, sample, equations, model);
  }

  private static DummyEquations equations(ImputationSample sample) {
    return DummyEquations.of(sample.effects(), sample.weights(sample.untreated()));
  }

  private static UntreatedModel model(
      Imputation options, ImputationSample sample, DummyEquations equations) {
    return new UntreatedModel(
        equations,
        sample.treatedCodes(),
        sample.weights(sample.untreated()),
        columns(options, sample, sample.untreated()),
        columns(options, sample, sample.treated()));
  }

  private static double[][] columns(Imputation options, ImputationSample sample, int[] rows) {
    return options.covariates().stream()
        .map(term -> sample.values(term, rows))
        .toArray(double[][]::new);
  }

  Fit fit() {
    int before = leads.leads().size();
    int n = before + targets.terms().size();
    double[] points = Arrays.copyOf(leads.points(), n);
    double[][] influence = new double[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            j -> {
              if (j < before) {
                influence[j] = leads.influence(j);
              } else if (targets.isDefined(j - before)) {
                double[] w = targets.weights(j - before);
                points[j] = average(w);
                influence[j] = influence(w);
              } else {
                points[j] = Double.NaN;
                influence[j] = new double[clusters];
                Arrays.fill(influence[j], Double.NaN);
              }
            });
    double[] ones = new double[clusters];
    Arrays.fill(ones, 1);
    Matrix covariance = Gram.of(influence, ones);
    List<String> terms = new ArrayList<>();
    leads.leads().forEach(k -> terms.add(EffectsBy.EVENT_TIME.term(options.time(), 0, k)));
    terms.addAll(targets.terms());
    return fit(terms, points, covariance);
  }

  private Fit fit(List<String> terms, double[] points, Matrix covariance) {
    StudentT normal = new StudentT(Double.POSITIVE_INFINITY, options.level());
    List<Estimate> estimates = new ArrayList<>();
    for (int j = 0; j < points.length; j++) {
      estimates.add(normal.estimate(terms.get(j), points[j], Math.sqrt(covariance.at(j, j))));
    }
    return new Fit(
        options,
        sample.used().length,
        List.of(new Clusters(options.cluster(), clusters)),
        sample.dropped(),
        warnings(),
        estimates,
        covariance,
        Double.POSITIVE_INFINITY,
        options.level());
  }

  JointTest preTrend() {
    if (leads.leads().isEmpty()) {
      throw AdoptionErrors.noLeads(options.leads());
    }
    int g = (int) Arrays.stream(untreatedClusters.toCodes()).distinct().count();
    return ScoreTest.clustered("no pre-trend", leads.covarianceUnderNull(), leads.points(), g);
  }

  private double average(double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * errors.treated(i);
    }
    return sum;
  }

  /** {@code Σ_{i∈c} v_i ε̃_i} for each cluster c. */
  private double[] influence(double[] w) {
    double[] sums = new double[clusters];
    double[] v = model.weights(w);
    for (int i = 0; i < v.length; i++) {
      sums[untreatedClusters.code(i)] += v[i] * errors.untreated(i);
    }
    averages.addTo(sums, w, errors);
    return sums;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(sample.warnings());
    List<String> redundant = new ArrayList<>(options.covariates());
    IntStream.of(model.covariates()).forEach(j -> redundant.remove(options.covariates().get(j)));
    redundant.forEach(
        term ->
            warnings.add(
                term
                    + " is left out: the effects and covariates before it explain it"
                    + " where untreated"));
    int lost = sample.allTreated().length - sample.treated().length;
    if (lost > 0) {
      warnings.add(
          "effects are averages over %d of %d treated observations"
              .formatted(sample.treated().length, sample.allTreated().length));
    }
    for (int j = 0; j < targets.terms().size(); j++) {
      if (!targets.isDefined(j)) {
        warnings.add(
            targets.terms().get(j) + " is undefined: none of its observations can be imputed");
      }
    }
    leads
        .absent()
        .forEach(
            term -> warnings.add(term + " is left out: untreated observations do not tell it"));
    if (averages.alone() > 0) {
      warnings.add(
          "%d cells of cohort and period lie in a single cluster: their effects add nothing to the standard errors, which may be too small"
              .formatted(averages.alone()));
    }
    return warnings;
  }
}
