package id.dampak.policy;

/**
 * How much of a stopped session's sales its merchant makes anyway, elsewhere or later.
 *
 * @param share 0 when every sale is lost, 1 when none is
 * @param basis where the share comes from, as a phrase that reads well in brackets
 */
public record Displacement(double share, String basis) {

  public Displacement {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("displacement " + share + " is not between 0 and 1");
    }
  }
}
