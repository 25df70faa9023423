package id.dampak.disclosure;

/**
 * What stands behind a cell of a published table, as far as the rules ask. Amounts are not
 * negative.
 *
 * @param members how many merchants are in it, those that sold nothing included
 * @param contributors how many of them sold something: the others hide nobody
 * @param total the sum of their amounts: the value that would be published
 * @param largest the largest single amount
 * @param second the second largest single amount
 */
public record Contributions(
    long members, long contributors, long total, long largest, long second) {
  /** Nobody. */
  public static final Contributions NONE = new Contributions(0, 0, 0, 0, 0);

  /** Requires amounts that can be those of so many contributors. */
  public Contributions {
    boolean ordered = second >= 0 && largest >= second && total >= largest + second;
    boolean counted = (contributors > 0 || total == 0) && (contributors != 1 || total == largest);
    if (contributors < 0 || members < contributors || !ordered || !counted) {
      throw new IllegalArgumentException(
          "no %d contributors of %d have a total of %d, a largest amount of %d and a second of %d"
              .formatted(contributors, members, total, largest, second));
    }
  }

  /** One merchant. */
  public static Contributions of(long amount) {
    return new Contributions(1, amount == 0 ? 0 : 1, amount, amount, 0);
  }

  /** Those of this cell and of another together; nobody may be in both. */
  public Contributions plus(Contributions other) {
    long next = Math.min(largest, other.largest);
    return new Contributions(
        members + other.members,
        contributors + other.contributors,
        Math.addExact(total, other.total),
        Math.max(largest, other.largest),
        Math.max(next, Math.max(second, other.second)));
  }

  boolean isNobody() {
    return members == 0;
  }

  /** Whether the one merchant in it knows the value of the cell to the last digit. */
  boolean isSingle() {
    return members == 1;
  }
}
