package id.dampak.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A table of random merchants, released, and released again after some of them have changed. */
final class TwoReleases {
  private static final int ROWS = 3;
  private static final int COLUMNS = 3;

  private final Map<Place, Contributions> then = new HashMap<>();
  private final Map<Place, Contributions> now = new HashMap<>();
  private final Map<Place, Contributions> changes = new HashMap<>();
  private final Suppression first;
  private final Suppression second;

  TwoReleases(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double changing = random.nextDouble();
    for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
      Place place = new Place("r" + cell / COLUMNS, "c" + cell % COLUMNS);
      int merchants = 1 + random.nextInt(60);
      boolean touched = random.nextDouble() < changing;
      for (int merchant = 0; merchant < merchants; merchant++) {
        long sold = 100L + random.nextInt(1000);
        boolean changed = touched && random.nextDouble() < changing;
        long sells = changed ? 100L + random.nextInt(1000) : sold;
        add(then, place, Contributions.of(sold));
        add(now, place, Contributions.of(sells));
        add(
            changes,
            place,
            sells == sold ? Contributions.NONE : Contributions.of(Math.abs(sells - sold)));
      }
    }
    Suppressor suppressor = new Suppressor(Rules.STRICT);
    this.first = suppressor.suppress(MagnitudeTable.twoWay(then));
    this.second = suppressor.suppress(MagnitudeTable.twoWay(now), first.hidden());
  }

  private static void add(Map<Place, Contributions> to, Place place, Contributions more) {
    to.merge(place, more, Contributions::plus);
  }

  Difference difference() {
    return new Difference(MagnitudeTable.twoWay(changes), second.hidden().keySet());
  }

  /** How much of the change in some cells together remains open to who holds both releases. */
  double width(Set<Integer> cells) {
    Attacker.Interval before = new Attacker(first).interval(cells);
    Attacker.Interval after = new Attacker(second).interval(cells);
    return after.most() - before.least() - (after.least() - before.most());
  }
}
