package id.dampak.estimate.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The slopes of every grouping in the sample and in every draw, as money. */
final class AccountSlopes {
  /** In place of a draw: the sample itself. */
  static final int POINT = -1;

  private final List<AccountGroups> groupings;
  private final double[][] point;
  private final double[][][] draws;
  private final double[][] effective;

  private AccountSlopes(
      List<AccountGroups> groupings, double[][] point, double[][][] draws, double[][] effective) {
    this.groupings = groupings;
    this.point = point;
    this.draws = draws;
    this.effective = effective;
  }

  static AccountSlopes of(LossAccounting options, AccountSample sample) {
    int[] once = new int[sample.clusters()];
    Arrays.fill(once, 1);
    List<AccountSums> sums = sample.sums(once);
    double[][] effective = new double[sums.size()][];
    Arrays.setAll(effective, d -> sample.effectiveClusters(sample.groupings().get(d), sums.get(d)));
    PoissonWeights source = new PoissonWeights(options.seed());
    double[][][] draws =
        IntStream.range(0, options.draws())
            .parallel()
            .mapToObj(draw -> slopes(sample.sums(sample.weights(source, draw))))
            .toArray(double[][][]::new);
    return new AccountSlopes(sample.groupings(), slopes(sums), draws, effective);
  }

  private static double[][] slopes(List<AccountSums> sums) {
    return sums.stream().map(AccountSums::slopes).toArray(double[][]::new);
  }

  int draws() {
    return draws.length;
  }

  /** How many equal clusters would carry the slope of a group. */
  double effectiveClusters(int grouping, int group) {
    return effective[grouping][group];
  }

  /** A part of the loss of a group; 0 for one that was never exposed, NaN where it is collinear. */
  double value(int grouping, int group, int draw, LossPart part) {
    double exposed = groupings.get(grouping).exposed(group);
    return exposed == 0 ? 0 : exposed * rate(grouping, group, draw, part);
  }

  /** The same for each unit of money that the suspended channel of the group usually sells. */
  double rate(int grouping, int group, int draw, LossPart part) {
    double[] slopes = (draw == POINT ? point : draws[draw])[grouping];
    int at = group * AccountSample.OUTCOMES;
    return part.of(-slopes[at], slopes[at + 1], slopes[at + 2]);
  }

  /**
   * By how much the net loss would be overstated for each unit of money that the never-exposed
   * gained, if they all gained the same part of what they usually sell.
   */
  double spilloverLeverage(int draw) {
    double[] slopes = (draw == POINT ? point : draws[draw])[0];
    AccountGroups all = groupings.get(0);
    return -slopes[AccountSample.OUTCOMES - 1] * all.exposed(0) / all.unexposed();
  }
}
