package id.dampak.linalg;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Products among dummies once the mean of each group is taken out: of the levels Z of a second
 * effect, {@code L = Z'WZ̈}, and of dummies Q times a dose e that a group has, {@code Q'WZ̈} and
 * {@code Q'WQ̈}.
 *
 * <p>A group brings the same but for a factor as every other with the same codes, since what it
 * brings is {@code diag(w) − ww'/Σw}: sums of weights and doses are kept by pattern of codes, so
 * that in a balanced panel it is worked out once. Where there are too many patterns, or weights
 * vary within a group, each group is added by itself.
 */
final class DummyProducts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Patterns that are remembered. */
  private static final int MOST_PATTERNS = 1024;

  private static final double[] NO_ROOM = {};

  private final Skyline levels;
  private final double[][] mixed;
  private final double[][] events;
  private final double[] sizes;
  private final Map<Pattern, double[]> patterns = new LinkedHashMap<>();
  private transient Scratch scratch;
  private transient @Nullable Pattern last;
  private transient double[] lastSums = {};

  /** Of {@code levelCount} levels and {@code eventCount} dummies with a dose. */
  DummyProducts(int levelCount, int eventCount) {
    this.levels = new Skyline(levelCount);
    this.mixed = new double[eventCount][levelCount];
    this.events = new double[eventCount][eventCount];
    this.sizes = new double[eventCount];
    this.scratch = new Scratch(levelCount, eventCount);
  }

  /**
   * Adds a group whose rows weigh the same.
   *
   * @param z level of each row
   * @param q dummy of each row, −1 for none; empty without such dummies
   * @param weight of each row
   * @param dose of the group
   */
  void add(int[] z, int[] q, double weight, double dose) {
    double[] sums = sumsOf(z, q);
    if (sums.length == 0) {
      addAlone(z, q, ones(z.length), weight, weight * dose, weight * dose * dose);
    } else {
      sums[0] += weight;
      sums[1] += weight * dose;
      sums[2] += weight * dose * dose;
    }
  }

  /** The sums of the pattern of a group, empty if there is no room for another one. */
  private double[] sumsOf(int[] z, int[] q) {
    if (last != null && last.is(z, q)) {
      return lastSums;
    }
    Pattern pattern = new Pattern(z, q);
    double[] sums = patterns.get(pattern);
    if (sums != null) {
      return sums;
    }
    if (patterns.size() == MOST_PATTERNS) {
      return NO_ROOM;
    }
    last = pattern.copy();
    lastSums = new double[3];
    patterns.put(last, lastSums);
    return lastSums;
  }

  /** Adds a group whose rows weigh {@code weights}. */
  void add(int[] z, int[] q, double[] weights, double dose) {
    addAlone(z, q, weights, 1, dose, dose * dose);
  }

  /** Adds what another one has. */
  void addAll(DummyProducts other) {
    other.flush();
    flush();
    levels.addAll(other.levels);
    add(sizes, other.sizes);
    for (int e = 0; e < events.length; e++) {
      add(mixed[e], other.mixed[e]);
      add(events[e], other.events[e]);
    }
  }

  /** {@code Z'WZ̈}. */
  Skyline levels() {
    flush();
    return levels;
  }

  /** The row of dummy {@code e} in {@code Q'WZ̈}. */
  double[] mixed(int e) {
    flush();
    return mixed[e];
  }

  /** An entry of {@code Q'WQ̈}. */
  double event(int e, int f) {
    flush();
    return e >= f ? events[e][f] : events[f][e];
  }

  /** {@code Σ w e²} over the observations of a dummy. */
  double size(int e) {
    flush();
    return sizes[e];
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    flush();
    out.defaultWriteObject();
  }

  /** Works remembered patterns in. */
  private void flush() {
    patterns.forEach(
        (pattern, sums) ->
            addAlone(pattern.z, pattern.q, ones(pattern.z.length), sums[0], sums[1], sums[2]));
    patterns.clear();
    last = null;
  }

  private double[] ones(int length) {
    return scratch().ones(length);
  }

  private Scratch scratch() {
    if (scratch == null) {
      scratch = new Scratch(levels.size(), events.length);
    }
    return scratch;
  }

  /** Adds {@code f₀}, {@code f₁} and {@code f₂} times what rows of weights {@code w} bring. */
  private void addAlone(int[] z, int[] q, double[] w, double f0, double f1, double f2) {
    Scratch sums = scratch();
    double total = 0;
    for (int i = 0; i < z.length; i++) {
      total += w[i];
    }
    sums.z.gather(z, w, z.length);
    sums.q.gather(q, w, q.length);
    for (int p = 0; p < sums.z.count; p++) {
      int i = sums.z.touched[p];
      double[] row = levels.reach(i, sums.z.touched[0]);
      double share = f0 * sums.z.weight[i] / total;
      sums.z.subtract(share, row, levels.first(i), p);
      row[i - levels.first(i)] += share * sums.z.others(p);
    }
    for (int i = 0; i < q.length; i++) {
      if (q[i] >= 0) {
        mixed[q[i]][z[i]] += f1 * w[i];
      }
    }
    for (int p = 0; p < sums.q.count; p++) {
      int e = sums.q.touched[p];
      double part = sums.q.weight[e] / total;
      sizes[e] += f2 * sums.q.weight[e];
      sums.z.subtract(f1 * part, mixed[e], 0, sums.z.count);
      sums.q.subtract(f2 * part, events[e], 0, p);
      events[e][e] += f2 * part * (total - sums.q.weight[e]);
    }
    sums.z.clear();
    sums.q.clear();
  }

  private static void add(double[] to, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  /** The codes of a group. */
  private static final class Pattern implements Serializable {
    private static final long serialVersionUID = 1L;

    final int[] z;
    final int[] q;
    final int hash;

    Pattern(int[] z, int[] q) {
      this.z = z;
      this.q = q;
      this.hash = 31 * Arrays.hashCode(z) + Arrays.hashCode(q);
    }

    /** The same with arrays of its own. */
    Pattern copy() {
      return new Pattern(z.clone(), q.clone());
    }

    boolean is(int[] otherZ, int[] otherQ) {
      return Arrays.equals(z, otherZ) && Arrays.equals(q, otherQ);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pattern that && is(that.z, that.q);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** Room to gather one group. */
  private static final class Scratch {
    final GatheredWeights z;
    final GatheredWeights q;
    private double[] ones = {};

    Scratch(int levelCount, int eventCount) {
      this.z = new GatheredWeights(levelCount);
      this.q = new GatheredWeights(eventCount);
    }

    /** At least {@code length} ones. */
    double[] ones(int length) {
      if (ones.length < length) {
        ones = new double[length];
        Arrays.fill(ones, 1);
      }
      return ones;
    }
  }
}
