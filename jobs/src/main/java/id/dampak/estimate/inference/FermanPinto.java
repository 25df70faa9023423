package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Differences in differences with few treated groups whose errors have different variances because
 * groups differ in size (Ferman and Pinto 2019, doi:10.1162/rest_a_00759).
 *
 * <p>W_j is the mean outcome of group j from the start of treatment on, less that before; α̂ is the
 * mean of W over treated groups less that over controls. Under the hypothesis the variance of W_j
 * is estimated as {@code A + B/M_j} for groups of M_j observations, W is divided by its root, drawn
 * with replacement for each group, and multiplied by the root of that group's own. A treated group
 * of few observations is so compared with controls as noisy as itself. The interval holds the
 * hypotheses that are not rejected. See {@code docs/methods/spatial-and-few-treated.md}.
 *
 * <p>Differs from the authors' program in that A and B are kept from being negative, and the sample
 * counts as one of the draws.
 *
 * @param outcome numeric column, one row for a group and period
 * @param treatment numeric column, 0 or 1, 1 from a period on that all treated groups share
 * @param group column of groups
 * @param time numeric column of whole periods
 * @param size numeric column M, observations behind the outcome; of a group its mean over periods
 * @param draws number of draws
 * @param seed of the draws
 * @param level confidence level of the interval
 */
public record FermanPinto(
    String outcome,
    String treatment,
    String group,
    String time,
    String size,
    int draws,
    long seed,
    double level)
    implements Estimator {
  private static final int FEWEST_DRAWS = 999;

  public FermanPinto {
    if (draws < FEWEST_DRAWS) {
      throw InferenceErrors.tooFewDraws(draws, FEWEST_DRAWS);
    }
  }

  /** 4,999 draws, 95 %. */
  public static FermanPinto of(
      String outcome, String treatment, String group, String time, String size, long seed) {
    return new FermanPinto(outcome, treatment, group, time, size, 4_999, seed, 0.95);
  }

  /** The same with another number of draws. */
  public FermanPinto withDraws(int other) {
    return new FermanPinto(outcome, treatment, group, time, size, other, seed, level);
  }

  @Override
  public Set<String> columns() {
    return new TreeSet<>(List.of(outcome, treatment, group, time, size));
  }

  @Override
  public Set<String> identifiers() {
    return Set.of(group);
  }

  /** One term, named after the treatment, with the standard deviation of the draws under 0. */
  @Override
  public Fit fit(Panel panel) {
    GroupPanel groups = GroupPanel.of(panel, outcome, treatment, group, time);
    SizedChanges sized = changes(groups);
    double estimate = sized.estimate();
    double stdError = sized.stdError(0);
    TestInversion interval =
        new TestInversion(sized::pValue, estimate, sized.stdError(estimate), level);
    double low = interval.low();
    double high = interval.high();
    List<String> warnings = new ArrayList<>();
    if (Double.isNaN(low) || Double.isNaN(high)) {
      warnings.add(
          "the interval of %s is open: no value is rejected on one side".formatted(treatment));
    }
    return groups.fit(
        this,
        new Estimate(treatment, estimate, stdError, low, high, sized.pValue(0)),
        level,
        warnings);
  }

  /** The p value of the hypothesis that the effect is {@code hypothesis}. */
  public double pValue(Panel panel, double hypothesis) {
    return changes(GroupPanel.of(panel, outcome, treatment, group, time)).pValue(hypothesis);
  }

  private SizedChanges changes(GroupPanel groups) {
    int start = start(groups);
    double[] changes =
        Arrays.stream(groups.values(outcome)).mapToDouble(y -> change(y, start)).toArray();
    return new SizedChanges(changes, isTreated(groups), sizes(groups), indices(groups));
  }

  private static double change(double[] y, int start) {
    double before = Arrays.stream(y, 0, start).sum() / start;
    return Arrays.stream(y, start, y.length).sum() / (y.length - start) - before;
  }

  private static boolean[] isTreated(GroupPanel groups) {
    boolean[] treated = new boolean[groups.groups()];
    for (int g : groups.treated()) {
      treated[g] = true;
    }
    return treated;
  }

  private int start(GroupPanel groups) {
    double[] first = groups.treatment()[groups.treated()[0]];
    int start = 0;
    while (start < first.length && first[start] == 0) {
      start++;
    }
    for (int g = 0; g < groups.groups(); g++) {
      double[] d = groups.treatment()[g];
      boolean treated = d[d.length - 1] != d[0];
      for (int t = 0; t < d.length; t++) {
        if (d[t] != (treated && t >= start ? 1 : 0)) {
          throw InferenceErrors.noCommonStart(treatment, groups.label(g));
        }
      }
    }
    return start;
  }

  private double[] sizes(GroupPanel groups) {
    double[][] values = groups.values(size);
    double[] sizes = new double[values.length];
    for (int g = 0; g < sizes.length; g++) {
      sizes[g] = Arrays.stream(values[g]).sum() / values[g].length;
      if (!(sizes[g] > 0)) {
        throw InferenceErrors.noSize(size, groups.label(g), sizes[g]);
      }
    }
    return sizes;
  }

  /** For each draw and group the group whose change it is given. */
  private int[][] indices(GroupPanel groups) {
    DrawHash hash = new DrawHash(seed);
    int[][] indices = new int[draws][groups.groups()];
    for (int g = 0; g < groups.groups(); g++) {
      long label = DrawHash.ofLabel(groups.label(g));
      for (int b = 0; b < draws; b++) {
        indices[b][g] = (int) (groups.groups() * hash.unit(b, label));
      }
    }
    return indices;
  }
}
