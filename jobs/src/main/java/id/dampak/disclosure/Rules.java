package id.dampak.disclosure;

import java.util.List;

/**
 * When a cell may be published, and how far from its value a reader must remain where it may not.
 *
 * <p>A hidden cell of value v is protected when, for all that a reader can work out, its value may
 * be anything from {@code v - d} (or 0) to {@code v + d}. The distance d is the largest of {@code
 * ambiguity × v}; of what the total would have to grow by for every dominance rule to be met, which
 * is the protection level of Hundepool et al. (2012, section 4.2); and of {@code ambiguity} times
 * the mean amount of a merchant in the table, so that a few merchants who sold nothing are
 * protected too.
 *
 * <p>Hundepool, Domingo-Ferrer, Franconi, Giessing, Schulte Nordholt, Spicer and de Wolf (2012),
 * <i>Statistical Disclosure Control</i>, doi:10.1002/9781118348239.
 *
 * @param minimumContributors a cell in which fewer sold something is hidden; one in which nobody is
 *     shows its zero
 * @param dominance every one of these hides a cell
 * @param ambiguity share of its own value by which a hidden cell stays uncertain both ways
 */
public record Rules(int minimumContributors, List<Dominance> dominance, double ambiguity) {
  /** At least ten contributors, (1, 50 %) and (2, 67 %), as in the ABS DataLab. */
  public static final Rules STRICT =
      new Rules(10, List.of(new Dominance(1, 0.5), new Dominance(2, 0.67)), 0.1);

  /** At least three contributors and (2, 85 %). */
  public static final Rules LIGHT = new Rules(3, List.of(new Dominance(2, 0.85)), 0.1);

  /** Requires rules that protect; copies the list. */
  public Rules {
    dominance = List.copyOf(dominance);
    if (minimumContributors < 1) {
      throw new IllegalArgumentException(
          "a minimum of " + minimumContributors + " contributors, not 1 or more");
    }
    if (!(ambiguity > 0 && ambiguity <= 1)) {
      throw new IllegalArgumentException(
          "an ambiguity of " + ambiguity + ", not above 0 and up to 1");
    }
  }

  /** Whether the value may be published as far as the cell itself goes. */
  public boolean allow(Contributions cell) {
    return cell.isNobody()
        || (cell.contributors() >= minimumContributors
            && dominance.stream().allMatch(rule -> rule.excess(cell) <= 0));
  }

  /**
   * The distance d.
   *
   * @param meanContribution of one merchant in the whole table
   */
  double distance(Contributions cell, double meanContribution) {
    double relative = ambiguity * Math.max((double) cell.total(), meanContribution);
    return dominance.stream().mapToDouble(rule -> rule.excess(cell)).reduce(relative, Math::max);
  }
}
