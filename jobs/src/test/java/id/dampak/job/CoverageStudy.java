package id.dampak.job;

import id.dampak.Repository;
import id.dampak.coverage.Accuracy;
import id.dampak.coverage.Trial;
import id.dampak.estimate.Estimate;
import id.dampak.method.Analysis;
import id.dampak.method.Question;
import id.dampak.method.StudyMethod;
import id.dampak.panel.Sampler;
import id.dampak.panel.SimulatedPanel;
import id.dampak.simulate.ExpectedSales;
import id.dampak.simulate.Market;
import id.dampak.simulate.MarketOptions;
import id.dampak.simulate.Truth;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import id.dampak.study.Window;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The bundled study on many simulated markets that differ in nothing but their seed: what it finds
 * beside what was planted. Everything from the merchant's day on is the code that a run uses.
 */
final class CoverageStudy {
  static final double LEVEL = 0.05;

  private static final int MERCHANTS = 1500;
  private static final int DAYS = 78;

  private final Study study;
  private final Specification headline;
  private final Specification placebo;

  CoverageStudy() {
    study = withoutDimensions(Repository.path("jobs/studies/tiktok-live-2025.yaml"));
    headline = study.specifications().get(0);
    placebo =
        study.specifications().stream()
            .filter(specification -> specification.role() == Specification.Role.PLACEBO)
            .findFirst()
            .orElseThrow();
  }

  /**
   * One market.
   *
   * @param expected loss planted, in expectation given the merchants
   * @param realised loss that this draw suffered
   * @param plantedSum expected loss in LIVE sales of a mean day of the baseline, as a coefficient
   */
  private record Draw(
      double expected,
      double realised,
      double plantedSum,
      Analysis headline,
      Analysis headlinePlacebo) {}

  /** Draws the markets of the seeds from 1 on, telling {@code progress} of every tenth part. */
  Result run(int seeds, PrintStream progress) {
    AtomicInteger done = new AtomicInteger();
    List<Draw> draws =
        LongStream.rangeClosed(1, seeds)
            .parallel()
            .mapToObj(
                seed -> {
                  Draw draw = draw(seed);
                  int finished = done.incrementAndGet();
                  if (finished % Math.max(1, seeds / 10) == 0) {
                    progress.printf("%d of %d markets%n", finished, seeds);
                  }
                  return draw;
                })
            .toList();
    return new Result(
        List.of(
            accuracy("loss, against the expected", draws, d -> loss(d.headline), Draw::expected),
            accuracy("loss, against the realised", draws, d -> loss(d.headline), Draw::realised),
            accuracy("sum of coefficients", draws, d -> sum(d.headline), Draw::plantedSum),
            accuracy("placebo loss, against zero", draws, d -> loss(d.headlinePlacebo), d -> 0.0),
            accuracy("placebo sum, against zero", draws, d -> sum(d.headlinePlacebo), d -> 0.0)),
        List.of(
            rejections("pre-trend", draws, d -> preTrend(d.headline)),
            rejections("placebo pre-trend", draws, d -> preTrend(d.headlinePlacebo))));
  }

  private Draw draw(long seed) {
    Market simulated = new Market(MarketOptions.of(MERCHANTS, DAYS, seed));
    SimulatedPanel panel = SimulatedPanel.of(simulated, study);
    Truth truth = panel.truth();
    double expected = truth.total().expected().netLoss();
    Window baseline = study.exposure().baseline();
    return new Draw(
        expected,
        truth.total().realised().netLoss(),
        -expected / ExpectedSales.liveADay(simulated, baseline.from(), baseline.until()),
        analysis(headline, panel.market()),
        analysis(placebo, panel.market()));
  }

  private Analysis analysis(Specification specification, id.dampak.panel.Market market) {
    return StudyMethod.of(specification.method())
        .analyse(
            new Question(
                study,
                specification,
                new Sampler(market, study).observations(specification),
                market.periods().get(0)));
  }

  private static Estimate loss(Analysis analysis) {
    return analysis.losses().get(0).loss().lost();
  }

  private static Estimate sum(Analysis analysis) {
    return term(analysis, Analysis.SUM);
  }

  private static double preTrend(Analysis analysis) {
    return term(analysis, Analysis.PRE_TREND).pValue();
  }

  private static Estimate term(Analysis analysis, String term) {
    return analysis.estimates().stream()
        .filter(estimate -> estimate.term().equals(term))
        .findFirst()
        .orElseThrow();
  }

  private static Accuracy accuracy(
      String name,
      List<Draw> draws,
      Function<Draw, Estimate> estimate,
      Function<Draw, Double> truth) {
    List<Trial> trials = new ArrayList<>();
    draws.forEach(d -> trials.add(Trial.of(truth.apply(d), estimate.apply(d))));
    return Accuracy.of(name, trials);
  }

  private static Rejections rejections(
      String name, List<Draw> draws, Function<Draw, Double> pValue) {
    long rejected = draws.stream().filter(d -> pValue.apply(d) < LEVEL).count();
    return new Rejections(name, draws.size(), (int) rejected);
  }

  /**
   * How often a test of a true hypothesis rejected it at {@link #LEVEL}.
   *
   * @param trials tests made
   */
  record Rejections(String name, int trials, int rejected) {}

  /** Of one Monte Carlo study. */
  record Result(List<Accuracy> accuracies, List<Rejections> tests) {
    Accuracy accuracy(String name) {
      return accuracies.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }
  }

  /** Losses by region take forty times as long as the total, which is what is studied here. */
  private static Study withoutDimensions(Path file) {
    try {
      Path copy = Files.createTempFile("study", ".yaml");
      Files.writeString(
          copy, Files.readString(file).replaceFirst("(?m)^dimensions:.*$", "dimensions: []"));
      Study study = StudyFile.read(copy);
      Files.delete(copy);
      return study;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints the figures for as many seeds as the argument says. */
  public static void main(String[] arguments) {
    int seeds = Integer.parseInt(arguments[0]);
    Result result = new CoverageStudy().run(seeds, System.err);
    System.out.printf("%d markets of %d merchants%n%n", seeds, MERCHANTS);
    System.out.println(Accuracy.HEADING);
    result.accuracies().forEach(System.out::println);
    System.out.printf("%n%-28s%12s%n", "rejected at 5 %", "share");
    result
        .tests()
        .forEach(
            t -> System.out.printf("%-28s%11.1f%%%n", t.name(), 100.0 * t.rejected() / t.trials()));
  }
}
