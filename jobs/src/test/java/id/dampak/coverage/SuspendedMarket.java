package id.dampak.coverage;

import id.dampak.estimate.Bins;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import id.dampak.estimate.inference.PlaceboEvents;
import id.dampak.estimate.inference.PlaceboStatistic;
import id.dampak.estimate.sensitivity.EventStudyEvidence;
import id.dampak.estimate.sensitivity.Evidence;
import id.dampak.estimate.sensitivity.LeaveOneOut;
import id.dampak.estimate.sensitivity.Quantity;
import id.dampak.estimate.sensitivity.Refit;
import id.dampak.estimate.sensitivity.Refits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A market of merchants in sectors and provinces over sixty days, whose LIVE is off for three days
 * from the fiftieth on, and everything that {@code dampak estimate --verdict} can find out about
 * the study of it.
 */
record SuspendedMarket(Panel panel, String cluster) {
  static final int MERCHANTS = 120;
  static final int SECTORS = 4;
  static final int EVENT = 50;
  static final int LENGTH = 3;

  private static final int DAYS = 60;
  private static final int BEFORE = 6;
  private static final int LARGEST = 10;

  /** What moves the sales of a merchant on a day, beside its own level, the day and noise. */
  @FunctionalInterface
  interface Demand {
    double at(int merchant, int day);
  }

  /** Whether a day is one of the event. */
  static boolean isOff(int day) {
    return day >= EVENT && day < EVENT + LENGTH;
  }

  /** A third never sell on LIVE, the others make a fifth to all of their sales there. */
  static double[] exposure(RandomGenerator random) {
    double[] exposure = new double[MERCHANTS];
    for (int i = 0; i < MERCHANTS; i++) {
      exposure[i] = i % 3 == 0 ? 0 : random.nextDouble(0.2, 1);
    }
    return exposure;
  }

  /**
   * Sales in logarithms, clustered by merchant.
   *
   * @param size what noise and demand are multiplied with, for sales that are none
   */
  static SuspendedMarket of(
      RandomGenerator random, double[] exposure, double[] size, Demand demand) {
    double[] level = Cells.normal(random, MERCHANTS);
    double[][] noise = Cells.errors(random, MERCHANTS, DAYS, 0.3);
    Panel panel =
        new Cells(MERCHANTS, DAYS)
            .with("e", exposure)
            .with("sector", (i, t) -> i % SECTORS)
            .with("province", (i, t) -> Math.floorDiv(i, 2))
            .with("region", (i, t) -> i % 8)
            .with(
                "y",
                (i, t) ->
                    size[i] * (level[i] + Math.sin(t) + demand.at(i, t) + 0.3 * noise[i][t - 1]))
            .panel();
    return new SuspendedMarket(panel, "unit");
  }

  /** The same, its standard errors clustered by another column. */
  SuspendedMarket clusteredBy(String column) {
    return new SuspendedMarket(panel, column);
  }

  /** All the evidence. */
  Evidence evidence() {
    ExposureEventStudy study =
        ExposureEventStudy.of("y", "e", "unit", "t", EVENT)
            .but()
            .binned(new Bins(-BEFORE, LENGTH))
            .variance(Variance.clusteredBy(cluster))
            .build();
    List<Integer> periods = IntStream.range(0, LENGTH).boxed().toList();
    Evidence evidence =
        new EventStudyEvidence(study, periods).from(study.fit(panel), panel).evidence();
    List<Integer> others =
        IntStream.rangeClosed(BEFORE + 2, EVENT - BEFORE - LENGTH).boxed().toList();
    PlaceboEvents dates = new PlaceboEvents(study, BEFORE, LENGTH, others, PlaceboStatistic.EFFECT);
    return evidence
        .withPlaceboDates(dates.test(panel).pValue())
        .withLeaveOneOut(without(study, periods));
  }

  /** Without each sector, and without each of the largest merchants. */
  private Refits without(ExposureEventStudy study, List<Integer> periods) {
    Map<String, Double> weights = new TreeMap<>();
    periods.forEach(k -> weights.put(study.term(k), 1.0 / periods.size()));
    Quantity effect = new Quantity("effect", weights);
    Refits sectors = LeaveOneOut.of(study, effect, "sector").fit(panel);
    Refits merchants = LeaveOneOut.of(study, effect, "unit").largest(LARGEST, "y").fit(panel);
    List<Refit> all = new ArrayList<>(sectors.refits());
    all.addAll(merchants.refits());
    return new Refits(sectors.full(), all, merchants.untried());
  }
}
