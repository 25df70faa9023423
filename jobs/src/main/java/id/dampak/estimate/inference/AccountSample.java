package id.dampak.estimate.inference;

import id.dampak.error.DoseErrors;
import id.dampak.estimate.OutcomeScale;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Sample;
import id.dampak.linalg.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The units of an account as what they add to the sums of a regression: s, es, e²s, and each
 * outcome with and without e. A draw multiplies these by the weight of the unit's cluster, and
 * reads nothing else.
 */
final class AccountSample {
  /** The suspended channel, the others, all afterwards, and a unit's worth to the never-exposed. */
  static final int OUTCOMES = 4;

  private static final Pattern CELLS = Pattern.compile("\\s*\\^\\s*");

  private final Channels channels;
  private final double[] worth;
  private final double[] exposure;
  private final double[][] outcomes;
  private final Factor cells;
  private final Factor clusters;
  private final long[] hashes;
  private final List<AccountGroups> groupings;

  private AccountSample(
      Channels channels,
      double[] worth,
      double[] exposure,
      double[][] outcomes,
      Factor cells,
      Factor clusters,
      long[] hashes,
      List<AccountGroups> groupings) {
    this.channels = channels;
    this.worth = worth;
    this.exposure = exposure;
    this.outcomes = outcomes;
    this.cells = cells;
    this.clusters = clusters;
    this.hashes = hashes;
    this.groupings = groupings;
  }

  static AccountSample of(LossAccounting options, Panel panel) {
    Sample sample = new Sample(panel);
    LossAccounting.Changes changes = options.changes();
    sample.requireNumbers(options.exposure());
    sample.requireNumbers(changes.suspended());
    changes.elsewhere().ifPresent(sample::requireNumbers);
    sample.requireNumbers(changes.afterwards());
    Optional<String> baseline =
        options.scale() instanceof OutcomeScale.ShareOf share
            ? Optional.of(share.baseline())
            : Optional.empty();
    baseline.ifPresent(sample::requireWeights);
    options.cells().forEach(sample::requireCategories);
    options.dimensions().forEach(sample::requireCategories);
    sample.requireCategories(options.cluster());
    int[] rows = sample.rows();
    double[] worth = sample.weights(baseline, rows);
    double[] exposure = sample.values(options.exposure());
    requireDoses(options, panel, rows, exposure);
    double[][] outcomes = {
      sample.values(changes.suspended()),
      changes.elsewhere().map(sample::values).orElseGet(() -> new double[rows.length]),
      sample.values(changes.afterwards()),
      new double[rows.length]
    };
    Arrays.setAll(outcomes[3], i -> exposure[i] == 0 ? worth[i] : 0);
    Factor clusters = sample.factor(options.cluster());
    List<AccountGroups> groupings = new ArrayList<>();
    groupings.add(AccountGroups.all(worth, exposure));
    options
        .dimensions()
        .forEach(column -> groupings.add(AccountGroups.of(column, panel, rows, worth, exposure)));
    return new AccountSample(
        options.channels(),
        worth,
        exposure,
        outcomes,
        options.cells().isEmpty()
            ? Factor.constant(rows.length)
            : sample.factor(String.join("^", options.cells())),
        clusters,
        hashes(options.cluster(), clusters, panel, rows),
        List.copyOf(groupings));
  }

  private static void requireDoses(
      LossAccounting options, Panel panel, int[] rows, double[] exposure) {
    for (int i = 0; i < rows.length; i++) {
      if (exposure[i] < 0) {
        throw DoseErrors.notADose(
            options.exposure(), label(options.cluster(), panel, rows[i]), exposure[i]);
      }
    }
  }

  private static long[] hashes(String cluster, Factor clusters, Panel panel, int[] rows) {
    long[] hashes = new long[clusters.levels()];
    boolean[] known = new boolean[hashes.length];
    for (int i = 0; i < rows.length; i++) {
      int code = clusters.code(i);
      if (!known[code]) {
        hashes[code] = DrawHash.ofLabel(label(cluster, panel, rows[i]));
        known[code] = true;
      }
    }
    return hashes;
  }

  private static String label(String cluster, Panel panel, int row) {
    return CELLS
        .splitAsStream(cluster.strip())
        .map(column -> panel.label(column, row))
        .collect(Collectors.joining("^"));
  }

  int clusters() {
    return hashes.length;
  }

  /** The total first, then the dimensions. */
  List<AccountGroups> groupings() {
    return groupings;
  }

  /** The weights of the clusters in a draw. */
  int[] weights(PoissonWeights source, int draw) {
    return Arrays.stream(hashes).mapToInt(hash -> source.weight(draw, hash)).toArray();
  }

  /** The sums of every grouping where each cluster counts as often as its weight says. */
  List<AccountSums> sums(int[] weights) {
    double[] cellWorth = new double[cells.levels()];
    double[] cellOutcomes = new double[cells.levels() * OUTCOMES];
    List<AccountSums> sums =
        groupings.stream()
            .map(groups -> new AccountSums(groups.size(), channels, cellWorth, cellOutcomes))
            .toList();
    for (int i = 0; i < worth.length; i++) {
      int weight = weights[clusters.code(i)];
      if (weight == 0) {
        continue;
      }
      int cell = cells.code(i);
      cellWorth[cell] += weight * worth[i];
      for (int m = 0; m < OUTCOMES; m++) {
        cellOutcomes[cell * OUTCOMES + m] += weight * outcomes[m][i];
      }
      if (exposure[i] > 0) {
        double dose = weight * exposure[i];
        for (int d = 0; d < groupings.size(); d++) {
          int group = groupings.get(d).at(i);
          sums.get(d).add(cell, group, dose, exposure[i], worth[i], outcomes, i);
        }
      }
    }
    return sums;
  }

  /**
   * How many equal clusters would carry the slope of each group: {@code 1/Σ_c h_c²} for the shares
   * h_c of the clusters in what the cells leave of its exposure; 0 where nothing is left.
   */
  double[] effectiveClusters(AccountGroups groups, AccountSums sums) {
    double[] effective = new double[groups.size()];
    for (int g = 0; g < effective.length; g++) {
      double[] left = new double[hashes.length];
      for (int i = 0; i < worth.length; i++) {
        double own = groups.at(i) == g ? exposure[i] : 0;
        double residual = own - sums.meanExposure(cells.code(i), g);
        left[clusters.code(i)] += worth[i] * residual * residual;
      }
      double total = Arrays.stream(left).sum();
      double squares = Arrays.stream(left).map(part -> part * part).sum();
      effective[g] = squares > 0 ? total * total / squares : 0;
    }
    return effective;
  }
}
