package id.dampak.estimate.synthetic;

import id.dampak.estimate.synthetic.SyntheticInference.Placebo;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which controls take the part of the treated, run after run; each set ascending. */
final class PlaceboSets {
  private PlaceboSets() {}

  static List<int[]> of(int controls, int treated, Placebo placebo) {
    if (treated == 1 || sets(controls, treated) <= placebo.draws()) {
      return all(controls, treated);
    }
    SplittableRandom random = new SplittableRandom(placebo.seed());
    List<int[]> drawn = new ArrayList<>();
    for (int draw = 0; draw < placebo.draws(); draw++) {
      drawn.add(random.ints(0, controls).distinct().limit(treated).sorted().toArray());
    }
    return drawn;
  }

  /** The number of sets; a double, since it may be beyond counting. */
  private static double sets(int controls, int treated) {
    double count = 1;
    for (int k = 0; k < treated; k++) {
      count *= (double) (controls - k) / (k + 1);
    }
    return Math.rint(count);
  }

  private static List<int[]> all(int controls, int treated) {
    List<int[]> sets = new ArrayList<>();
    int[] set = new int[treated];
    for (int k = 0; k < treated; k++) {
      set[k] = k;
    }
    while (true) {
      sets.add(set.clone());
      int last = treated - 1;
      while (last >= 0 && set[last] == controls - treated + last) {
        last--;
      }
      if (last < 0) {
        return sets;
      }
      set[last]++;
      for (int k = last + 1; k < treated; k++) {
        set[k] = set[k - 1] + 1;
      }
    }
  }
}
