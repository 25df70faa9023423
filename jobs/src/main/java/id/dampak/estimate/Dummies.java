package id.dampak.estimate;

import java.util.List;

/**
 * Indicators of which each observation has at most one, such as those of cohort and event time:
 * held as one code for each row of a panel.
 */
public final class Dummies {
  private final String name;
  private final List<String> terms;
  private final int[] codes;

  private Dummies(String name, List<String> terms, int[] codes) {
    this.name = name;
    this.terms = terms;
    this.codes = codes;
  }

  /**
   * The indicators of {@code terms}.
   *
   * @param name what they stand for, for messages
   * @param terms one name for each
   * @param codes the place among the terms for each row of the panel, −1 for none; copied
   */
  public static Dummies of(String name, List<String> terms, int[] codes) {
    for (int code : codes) {
      if (code < -1 || code >= terms.size()) {
        throw new IllegalArgumentException("no term has the code " + code);
      }
    }
    return new Dummies(name, List.copyOf(terms), codes.clone());
  }

  /** What they stand for. */
  public String name() {
    return name;
  }

  /** One name for each. */
  public List<String> terms() {
    return terms;
  }

  /** The place of the indicator of a row of the panel among the terms, −1 for none. */
  public int code(int row) {
    return codes[row];
  }
}
