package id.dampak.estimate.inference;

import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits the units of a panel into parts of about equal size by the hash of their labels: the same
 * whatever the order of rows, and each part a random sample of the units.
 *
 * @param unit column of the unit
 * @param parts how many, 1 or more
 * @param seed of the hash
 */
public record UnitParts(String unit, int parts, long seed) {

  /** The parts that have units. */
  public List<Panel> of(Panel panel) {
    if (parts == 1) {
      return List.of(panel);
    }
    int[] part = partOfRow(panel);
    return IntStream.range(0, parts)
        .mapToObj(p -> panel.where(row -> part[row] == p))
        .filter(some -> some.observations() > 0)
        .toList();
  }

  /** The number of units in a panel. */
  public long units(Panel panel) {
    return Arrays.stream(panel.categories(unit)).filter(code -> code >= 0).distinct().count();
  }

  /** Units of equal label fall together, and each label is hashed once. */
  private int[] partOfRow(Panel panel) {
    DrawHash hash = new DrawHash(seed);
    int[] unitOfRow = panel.categories(unit);
    int[] part = new int[unitOfRow.length];
    int[] partOfUnit = new int[Arrays.stream(unitOfRow).max().orElse(0) + 1];
    Arrays.fill(partOfUnit, -1);
    for (int row = 0; row < part.length; row++) {
      int code = unitOfRow[row];
      if (code >= 0 && partOfUnit[code] < 0) {
        long bits = hash.bits(parts, DrawHash.ofLabel(panel.label(unit, row)));
        partOfUnit[code] = (int) Math.floorMod(bits, (long) parts);
      }
      part[row] = code < 0 ? -1 : partOfUnit[code];
    }
    return part;
  }
}
