package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The effects ATT(g, t) of a sample and their averages, as functions of effects and shares. */
final class Aggregation {
  private final List<GroupTime> cells;
  private final List<Integer> groups;
  private final List<Combination> singles = new ArrayList<>();
  private final double[] shares;

  /**
   * Averages of effects.
   *
   * @param shares of the {@code groups} among all units
   */
  Aggregation(GroupTimes groupTimes, List<Integer> groups, double[] shares) {
    this.cells = groupTimes.cells();
    this.groups = groups;
    this.shares = shares;
    int arguments = cells.size() + groups.size();
    for (int k = 0; k < cells.size(); k++) {
      singles.add(Combination.single(k, groupTimes.att(k), arguments, !cells.get(k).isReference()));
    }
  }

  /**
   * All terms by name.
   *
   * @param last the last period
   * @param balance event time up to which a cohort must be observed to enter the dynamic averages
   * @throws id.dampak.error.DampakException if no cohort is
   */
  Map<String, Combination> terms(int last, OptionalInt balance) {
    Map<String, Combination> terms = new LinkedHashMap<>();
    for (int k = 0; k < cells.size(); k++) {
      terms.put(cells.get(k).term(), singles.get(k));
    }
    // One key for all.
    split(GroupTime::isTreated, cell -> 0)
        .forEach((all, ks) -> terms.put(CallawaySantAnna.SIMPLE, byShare(ks)));
    addDynamic(terms, last, balance);
    addGroups(terms);
    TreeMap<Integer, Combination> calendar = new TreeMap<>();
    split(GroupTime::isTreated, GroupTime::time).forEach((t, ks) -> calendar.put(t, byShare(ks)));
    add(
        terms,
        CallawaySantAnna.CALENDAR,
        Combination.mean(List.copyOf(calendar.values())),
        calendar);
    return terms;
  }

  private void addDynamic(Map<String, Combination> terms, int last, OptionalInt balance) {
    int until = balance.orElse(Integer.MAX_VALUE);
    TreeMap<Integer, Combination> dynamic = new TreeMap<>();
    split(
            cell ->
                balance.isEmpty() || (last - cell.group() >= until && cell.eventTime() <= until),
            GroupTime::eventTime)
        .forEach((e, ks) -> dynamic.put(e, byShare(ks)));
    List<Combination> after = List.copyOf(dynamic.tailMap(0, true).values());
    if (after.isEmpty()) {
      throw DifferenceInDifferencesErrors.noneBalanced(until, last - groups.get(0));
    }
    add(terms, CallawaySantAnna.DYNAMIC, Combination.mean(after), dynamic);
  }

  private void addGroups(Map<String, Combination> terms) {
    TreeMap<Integer, Combination> byGroup = new TreeMap<>();
    split(GroupTime::isTreated, GroupTime::group)
        .forEach(
            (g, ks) -> byGroup.put(g, Combination.mean(ks.stream().map(singles::get).toList())));
    Combination overall = byShare(List.copyOf(byGroup.values()), List.copyOf(byGroup.keySet()));
    add(terms, CallawaySantAnna.GROUP, overall, byGroup);
  }

  private static void add(
      Map<String, Combination> terms,
      String name,
      Combination overall,
      Map<Integer, Combination> parts) {
    terms.put(name, overall);
    parts.forEach((at, part) -> terms.put(CallawaySantAnna.term(name, at), part));
  }

  /** Places of the effects that are in, by key. */
  private Map<Integer, List<Integer>> split(Predicate<GroupTime> in, ToIntFunction<GroupTime> key) {
    TreeMap<Integer, List<Integer>> split = new TreeMap<>();
    for (int k = 0; k < cells.size(); k++) {
      if (in.test(cells.get(k))) {
        split.computeIfAbsent(key.applyAsInt(cells.get(k)), at -> new ArrayList<>()).add(k);
      }
    }
    return split;
  }

  private Combination byShare(List<Integer> ks) {
    return byShare(
        ks.stream().map(singles::get).toList(),
        ks.stream().map(k -> cells.get(k).group()).toList());
  }

  private Combination byShare(List<Combination> parts, List<Integer> groupOfPart) {
    int[] places = groupOfPart.stream().mapToInt(groups::indexOf).toArray();
    return Combination.weighted(
        parts,
        IntStream.of(places).mapToDouble(g -> shares[g]).toArray(),
        IntStream.of(places).map(g -> cells.size() + g).toArray());
  }
}
