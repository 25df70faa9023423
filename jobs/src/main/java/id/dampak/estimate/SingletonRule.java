package id.dampak.estimate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which observations of a piece are dropped because they are alone: in their group, which the piece
 * shows, or in a level of the other effect, which only all pieces together do.
 *
 * @param model the regression
 * @param loneLevels levels that are known to have one observation
 */
record SingletonRule(MomentModel model, Set<List<String>> loneLevels) implements Serializable {
  private static final long serialVersionUID = 1L;

  SingletonRule {
    loneLevels = Set.copyOf(loneLevels);
  }

  /** Nothing known yet. */
  static SingletonRule of(MomentModel model) {
    return new SingletonRule(model, Set.of());
  }

  /** The same with further levels. */
  SingletonRule with(List<List<String>> further) {
    Set<List<String>> all = new HashSet<>(loneLevels);
    all.addAll(further);
    return new SingletonRule(model, all);
  }

  /** The observations of a piece that enter. */
  Sample sample(Panel piece) {
    Sample sample = model.sample(piece);
    if (!loneLevels.isEmpty()) {
      String effect = model.levels().orElseThrow();
      dropLoneLevels(piece, sample, effect);
    }
    if (model.singletons() == Singletons.DROP && sample.size() > 0) {
      int[] sizes = sizes(sample);
      int[] codes = sample.codes(model.group());
      int[] rows = sample.rows();
      sample.drop(
          IntStream.range(0, codes.length)
              .filter(i -> sizes[codes[i]] == 1)
              .map(i -> rows[i])
              .toArray(),
          "singleton of " + model.group());
    }
    return sample;
  }

  private void dropLoneLevels(Panel piece, Sample sample, String effect) {
    if (sample.size() == 0) {
      return;
    }
    LocalLevels levels = LocalLevels.of(piece, sample, effect);
    int[] rows = sample.rows();
    sample.drop(
        IntStream.range(0, rows.length)
            .filter(i -> loneLevels.contains(levels.labels().get(levels.codes()[i])))
            .map(i -> rows[i])
            .toArray(),
        "singleton of " + effect);
  }

  /** Groups of a sample that have one observation. */
  long loneGroups(Sample sample) {
    return Arrays.stream(sizes(sample)).filter(size -> size == 1).count();
  }

  private int[] sizes(Sample sample) {
    int[] sizes = new int[sample.coded(model.group()).levels()];
    for (int code : sample.codes(model.group())) {
      sizes[code]++;
    }
    return sizes;
  }
}
