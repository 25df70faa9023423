package id.dampak.estimate;

/**
 * Whether rows that agree in regressors, fixed effects and clusters are collapsed before a fit.
 * Either way gives the same numbers but for rounding.
 */
public enum Compression {
  /** Where rows repeat and the regression is one that reads its columns many times. */
  WHERE_IT_PAYS,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER
}
