package id.dampak.report;

/** p values: three decimals, and never the impossible "0.000". */
final class ProbabilityText {
  private ProbabilityText() {}

  /** For a sentence: {@code = 0.032} or {@code < 0.001}. */
  static String of(double pValue) {
    return pValue < 0.0005 ? "<\u00a00.001" : "=\u00a0" + DecimalText.exactly(3, pValue);
  }

  /** For a cell of a table: {@code 0.032} or {@code <0.001}. */
  static String cell(double pValue) {
    return pValue < 0.0005 ? "<0.001" : DecimalText.exactly(3, pValue);
  }
}
