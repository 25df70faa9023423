package id.dampak.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of several totals may be published, each of which lies within the one before it.
 *
 * <p>Whoever sees two of them sees their difference. From the widest to the narrowest, a total is
 * published if the rules allow it and what the last published one has beyond it. Rules that allow
 * two sums of different sales allow their sum, so that no other difference has to be looked at.
 */
public final class NestedTotals {
  private NestedTotals() {}

  /**
   * Whether each total may be published, the widest first.
   *
   * @param layers what each total has beyond the next one, and the last one itself: amounts by
   *     merchant, not negative; a merchant may be in several
   */
  public static List<Boolean> published(Rules rules, List<Map<String, Long>> layers) {
    List<Boolean> published = new ArrayList<>();
    Map<String, Long> beyond = new HashMap<>();
    boolean isFirst = true;
    for (int i = 0; i < layers.size(); i++) {
      Map<String, Long> total = new HashMap<>();
      layers.subList(i, layers.size()).forEach(layer -> add(layer, total));
      boolean allowed =
          rules.allow(contributions(total)) && (isFirst || rules.allow(contributions(beyond)));
      published.add(allowed);
      if (allowed) {
        beyond.clear();
        isFirst = false;
      }
      add(layers.get(i), beyond);
    }
    return List.copyOf(published);
  }

  private static void add(Map<String, Long> layer, Map<String, Long> to) {
    layer.forEach((merchant, amount) -> to.merge(merchant, amount, Math::addExact));
  }

  private static Contributions contributions(Map<String, Long> amounts) {
    return amounts.values().stream()
        .map(Contributions::of)
        .reduce(Contributions.NONE, Contributions::plus);
  }
}
