package id.dampak.disclosure;

/**
 * The (n,k) rule: a cell in which the n largest contributors have more than a share k of the total
 * gives them away, since each of them can tell the others' amounts closely.
 *
 * @param largest n, 1 or 2
 * @param share k, above 0 and below 1
 */
public record Dominance(int largest, double share) {

  /** Requires a rule that {@link Contributions} can answer. */
  public Dominance {
    if (largest != 1 && largest != 2) {
      throw new IllegalArgumentException("dominance of " + largest + ", which is not 1 or 2");
    }
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share of " + share + ", not between 0 and 1");
    }
  }

  /** How much higher the total would have to be for the cell to pass; not positive if it does. */
  double excess(Contributions cell) {
    return largestOf(cell) / share - cell.total();
  }

  /** The amounts of the n largest contributors together. */
  long largestOf(Contributions cell) {
    return largest == 1 ? cell.largest() : cell.largest() + cell.second();
  }
}
