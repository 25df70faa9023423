package id.dampak.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws tables as small merchants make them: a few cells are empty, many hold a handful of
 * merchants, and amounts are skewed, so that one merchant often dominates a cell.
 */
final class RandomMarket {
  private final SplittableRandom random;
  private final int mostMerchants;

  RandomMarket(long seed, int mostMerchants) {
    this.random = new SplittableRandom(seed);
    this.mostMerchants = mostMerchants;
  }

  MagnitudeTable twoWay(int rows, int columns) {
    Map<Place, Contributions> inner = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        inner.put(new Place("r" + row, "c" + column), cell());
      }
    }
    return MagnitudeTable.twoWay(inner);
  }

  MagnitudeTable oneWay(int groups) {
    Map<Place, Contributions> cells = new LinkedHashMap<>();
    for (int group = 0; group < groups; group++) {
      cells.put(new Place("g" + group, Place.ALL), cell());
    }
    return MagnitudeTable.oneWay(cells);
  }

  private Contributions cell() {
    int merchants =
        random.nextInt(8) == 0 ? 0 : 1 + (int) (mostMerchants * Math.pow(random.nextDouble(), 1.5));
    Contributions cell = Contributions.NONE;
    for (int merchant = 0; merchant < merchants; merchant++) {
      boolean sold = random.nextInt(10) > 0;
      cell = cell.plus(Contributions.of(sold ? (long) (1000 * Math.exp(1.2 * gaussian())) : 0));
    }
    return cell;
  }

  private double gaussian() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
