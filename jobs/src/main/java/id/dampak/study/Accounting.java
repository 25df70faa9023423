package id.dampak.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How the loss is split into what was displaced and recovered, and what stands beside it.
 *
 * @param reboundPeriods periods after the last suspended one in which sales may come back; those
 *     that the headline's lags leave where empty
 * @param spilloverShare share of the net loss up to which the never-exposed may have gained or
 *     lost; no bounds where empty
 * @param surveyWeights whom the merchants in the data stand for; they stand for themselves alone
 *     where empty
 * @param comparisons estimates that look at no sales
 */
public record Accounting(
    OptionalInt reboundPeriods,
    OptionalDouble spilloverShare,
    Optional<SurveyWeights> surveyWeights,
    List<Comparison> comparisons) {
  /** What holds where a study says nothing. */
  public static final Accounting USUAL =
      new Accounting(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty(), List.of());

  /** Canonical constructor; copies the list. */
  public Accounting {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * Merchants of a population for each one in the data.
   *
   * @param by dimension whose groups have weights
   * @param weights by group
   * @param source where they are from
   */
  public record SurveyWeights(Study.Dimension by, Map<String, Double> weights, String source) {

    /** Canonical constructor; copies the map. */
    public SurveyWeights {
      weights = new TreeMap<>(weights);
    }
  }

  /**
   * A yearly amount by hours and shares.
   *
   * @param name what the estimate is known by
   * @param annualAmount yearly activity in units of the currency
   * @param of what that is
   * @param factors shares and multipliers, in order
   * @param source where the numbers are from
   */
  public record Comparison(
      String name, double annualAmount, String of, List<Factor> factors, String source) {

    /** Canonical constructor; copies the list. */
    public Comparison {
      factors = List.copyOf(factors);
    }
  }

  /**
   * A share or multiplier.
   *
   * @param name what it is
   * @param value at least 0
   */
  public record Factor(String name, double value) {}
}
