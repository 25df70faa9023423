package id.dampak.simulate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the suspension really did to a simulated market.
 *
 * @param total to all merchants
 * @param bySizeClass by size class
 * @param byProvince by province name
 */
public record Truth(
    Effect total, SortedMap<String, Effect> bySizeClass, SortedMap<String, Effect> byProvince) {
  static final Truth EMPTY = new Truth(Effect.NONE, new TreeMap<>(), new TreeMap<>());

  /** Copies the maps. */
  public Truth {
    bySizeClass = Collections.unmodifiableSortedMap(new TreeMap<>(bySizeClass));
    byProvince = Collections.unmodifiableSortedMap(new TreeMap<>(byProvince));
  }

  Truth plus(Truth other) {
    return new Truth(
        total.plus(other.total),
        merged(bySizeClass, other.bySizeClass),
        merged(byProvince, other.byProvince));
  }

  private static SortedMap<String, Effect> merged(
      SortedMap<String, Effect> one, SortedMap<String, Effect> other) {
    SortedMap<String, Effect> both = new TreeMap<>(one);
    other.forEach((key, effect) -> both.merge(key, effect, Effect::plus));
    return both;
  }

  /** Adds up effects merchant by merchant. */
  static final class Sum {
    private Effect total = Effect.NONE;
    private final SortedMap<String, Effect> bySizeClass = new TreeMap<>();
    private final SortedMap<String, Effect> byProvince = new TreeMap<>();

    void add(SimulatedMerchant merchant, Effect effect) {
      total = total.plus(effect);
      bySizeClass.merge(merchant.sizeClass(), effect, Effect::plus);
      byProvince.merge(merchant.province().name(), effect, Effect::plus);
    }

    Truth truth() {
      return new Truth(total, bySizeClass, byProvince);
    }
  }
}
