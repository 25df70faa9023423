package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Dummies;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Sample;
import id.dampak.estimate.Singletons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of {@link SunAbraham}: the rows, the cells, the regression, the averages. */
final class InteractionWeighting {
  private final SunAbraham options;
  private final Panel panel;
  private final CohortCells cells;
  private final List<Dropped> dropped;

  private InteractionWeighting(
      SunAbraham options, Panel panel, CohortCells cells, List<Dropped> dropped) {
    this.options = options;
    this.panel = panel;
    this.cells = cells;
    this.dropped = dropped;
  }

  static InteractionWeighting of(SunAbraham options, Panel raw) {
    if (options.reference() >= 0) {
      throw AdoptionErrors.referenceNotBefore(options.reference());
    }
    Sample sample = options.regression().with(Singletons.KEEP).sample(raw);
    sample.requireNumbers(options.time());
    sample.requireCategories(options.unit());
    Panel complete = raw.at(sample.rows());
    Adoption adoption =
        Adoption.of(complete, options.outcome(), options.unit(), options.time(), options.cohort());
    ComparableRows comparable = new ComparableRows(options, adoption, sample.dropped());
    List<Dropped> dropped = new ArrayList<>(comparable.filter().dropped());
    int[] rows = withoutSingletons(options, complete, comparable.filter().rows(), dropped);
    CohortCells cells =
        CohortCells.of(
            adoption,
            rows,
            row -> !comparable.isControl(row) && adoption.relative(row) != options.reference());
    return new InteractionWeighting(options, complete.at(rows), cells, dropped);
  }

  private static int[] withoutSingletons(
      SunAbraham options, Panel complete, int[] rows, List<Dropped> dropped) {
    if (options.singletons() == Singletons.KEEP) {
      return rows;
    }
    Sample sample = options.regression().sample(complete.at(rows));
    dropped.addAll(sample.dropped());
    return IntStream.of(sample.rows()).map(place -> rows[place]).toArray();
  }

  Fit fit() {
    FixedEffectsRegression regression = options.regression().with(Singletons.KEEP);
    List<String> names = cells.cells().stream().map(this::name).toList();
    Fit saturated = regression.fit(panel, Dummies.of("the treatment", names, cells.codes()));
    List<String> missing = names.stream().filter(name -> !saturated.has(name)).toList();
    if (!missing.isEmpty()) {
      throw AdoptionErrors.cellsNotIdentified(missing);
    }
    return average(saturated);
  }

  private String name(CohortCells.Cell cell) {
    return EffectsBy.COHORT_AND_EVENT_TIME.term(options.time(), cell.start(), cell.relative());
  }

  private Fit average(Fit saturated) {
    int covariates = saturated.estimates().size() - cells.size();
    double[] size = sizes();
    Combinations combinations = new Combinations(saturated);
    for (int j = 0; j < covariates; j++) {
      combinations.add(saturated.estimates().get(j).term(), new int[] {j}, new double[] {1});
    }
    boolean allPeriods =
        switch (options.by()) {
          case ALL, COHORT -> false;
          case EVENT_TIME, COHORT_AND_EVENT_TIME -> true;
        };
    Map<String, List<Integer>> terms = new LinkedHashMap<>();
    for (int c : order()) {
      CohortCells.Cell cell = cells.cells().get(c);
      if (allPeriods || cell.relative() >= 0) {
        terms.computeIfAbsent(term(cell), t -> new ArrayList<>()).add(c);
      }
    }
    terms.forEach(
        (term, members) -> {
          int[] of = members.stream().mapToInt(c -> c).toArray();
          double total = IntStream.of(of).mapToDouble(c -> size[c]).sum();
          combinations.add(
              term,
              IntStream.of(of).map(c -> covariates + c).toArray(),
              IntStream.of(of).mapToDouble(c -> size[c] / total).toArray());
        });
    return combinations.fit(options, Stream.concat(dropped.stream(), saturated.dropped().stream()));
  }

  /** Cells are sorted by event time; terms by cohort are wanted in the order of cohorts. */
  private int[] order() {
    Stream<Integer> all = IntStream.range(0, cells.size()).boxed();
    return (options.by() == EffectsBy.COHORT
            ? all.sorted(Comparator.comparingInt(c -> cells.cells().get(c).start()))
            : all)
        .mapToInt(c -> c)
        .toArray();
  }

  private String term(CohortCells.Cell cell) {
    return options.by().term(options.time(), cell.start(), cell.relative());
  }

  /** Observations of each cell, weighted. */
  private double[] sizes() {
    Sample sample = new Sample(panel);
    double[] weights = sample.weights(options.weights(), sample.rows());
    double[] sizes = new double[cells.size()];
    for (int i = 0; i < weights.length; i++) {
      if (cells.code(i) != CohortCells.NONE) {
        sizes[cells.code(i)] += weights[i];
      }
    }
    return sizes;
  }
}
