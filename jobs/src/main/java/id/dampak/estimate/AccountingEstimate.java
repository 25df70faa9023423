package id.dampak.estimate;

import java.util.List;
import java.util.Locale;

/**
 * What a suspension is said to cost where nobody looks at sales: some yearly activity, by the part
 * of the year that the suspension lasted, by shares of it that are taken to be touched.
 *
 * <pre>C = Y · H / 8760 · f₁ · f₂ · …</pre>
 *
 * With Y a gross domestic product and f the digital economy's share of it this is the form of West
 * (2016), Internet shutdowns cost countries $2.4 billion last year, Brookings Institution, which
 * the Cost of Shutdown Tool of NetBlocks builds on; with Y the turnover of a market, of estimates
 * in the press. Not causal: it supposes that all of the touched activity stops, that none moves
 * elsewhere and none comes back.
 *
 * @param annualAmount Y, in money
 * @param hours H that the suspension lasted
 * @param factors f, each with what it is; none for 1
 */
public record AccountingEstimate(double annualAmount, double hours, List<Factor> factors) {
  private static final double HOURS_OF_A_YEAR = 8760;

  /**
   * A share or multiplier.
   *
   * @param name what it is
   */
  public record Factor(String name, double value) {}

  public AccountingEstimate {
    factors = List.copyOf(factors);
    if (!(annualAmount > 0) || !(hours >= 0) || factors.stream().anyMatch(f -> !(f.value() >= 0))) {
      throw new IllegalArgumentException(
          "a yearly amount of %s, %s hours, factors %s".formatted(annualAmount, hours, factors));
    }
  }

  /** C. */
  public double cost() {
    return factors.stream()
        .mapToDouble(Factor::value)
        .reduce(annualAmount * hours / HOURS_OF_A_YEAR, (a, b) -> a * b);
  }

  /** The calculation for people, with {@code of} saying what the yearly amount is. */
  public String formula(String of) {
    StringBuilder text =
        new StringBuilder(
            String.format(Locale.ROOT, "%,.0f (%s) × %.1f h / 8,760 h", annualAmount, of, hours));
    factors.forEach(f -> text.append(" × ").append(f.value()).append(" (" + f.name() + ")"));
    return text.toString();
  }
}
