package id.dampak.estimate.inference;

/**
 * A hypothesis among several.
 *
 * @param name what is tested
 * @param pValue p value of this hypothesis alone
 * @param adjusted the level at which it is rejected if the chance of any false rejection among all
 *     hypotheses is to be at most that level
 */
public record AdjustedPValue(String name, double pValue, double adjusted) {}
