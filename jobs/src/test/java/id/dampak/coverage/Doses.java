package id.dampak.coverage;

import id.dampak.estimate.DoseBins;
import id.dampak.estimate.DoseCuts;
import id.dampak.estimate.Panel;
import id.dampak.estimate.PeriodRange;
import id.dampak.estimate.TripleDifferences;
import java.util.List;
import java.util.random.RandomGenerator;

/** The other views of exposure: bins of it, and a third difference over channels. */
final class Doses {
  private static final int UNITS = 240;

  private Doses() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "dose bins",
            "240 units × 6 periods, a third never exposed, effect quadratic in the dose, bin"
                + " (½, 1]",
            -0.2,
            Doses::bins),
        CoverageDesign.of(
            "triple differences",
            "120 units × 3 channels × 8 periods, demand of each unit and period moves all channels",
            -0.2,
            Doses::channels));
  }

  private static Trial bins(RandomGenerator random, double effect) {
    double[] level = Cells.normal(random, UNITS);
    double[] dose = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      dose[i] = i % 3 == 0 ? 0 : 1 - random.nextDouble();
    }
    double[][] errors = Cells.errors(random, UNITS, 6, 0.5);
    // Of doses between a half and one the mean square is 7/12.
    double perSquare = effect * 12 / 7;
    Panel panel =
        new Cells(UNITS, 6)
            .with("dose", dose)
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + Math.sin(t)
                        + (t >= 5 ? perSquare * dose[i] * dose[i] : 0)
                        + 0.4 * errors[i][t - 1])
            .panel();
    DoseBins bins = DoseBins.of("y", "dose", "unit", "t", 5, new DoseCuts.At(List.of(0.5)));
    String term = bins.term(bins.bins(panel).get(1), 0);
    return Trial.of(effect, bins.fit(panel).estimate(term));
  }

  private static Trial channels(RandomGenerator random, double effect) {
    int units = 120;
    int channels = 3;
    double[] level = Cells.normal(random, units * channels);
    double[] exposure = random.doubles(units).toArray();
    double[][] demand = Cells.errors(random, units, 8, 0.5);
    double[][] errors = Cells.errors(random, units * channels, 8, 0.5);
    // The unit of these cells is a merchant's channel.
    Panel panel =
        new Cells(units * channels, 8)
            .with("merchant", (i, t) -> Math.floorDiv(i, channels))
            .with("channel", (i, t) -> i % channels)
            .with("e", (i, t) -> exposure[i / channels])
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + demand[i / channels][t - 1]
                        + Math.sin(t * (1 + i % channels))
                        + (t >= 6 && i % channels == 0 ? effect * exposure[i / channels] : 0)
                        + 0.3 * errors[i][t - 1])
            .panel();
    TripleDifferences triple =
        TripleDifferences.of("y", "e", "merchant", "channel", "t", "0", new PeriodRange(6, 8));
    return Trial.of(effect, triple.fit(panel).estimate(triple.term("0")));
  }
}
