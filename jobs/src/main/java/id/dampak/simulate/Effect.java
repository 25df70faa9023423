package id.dampak.simulate;

/**
 * The planted effect on some merchants.
 *
 * @param merchants how many they are
 * @param expected in expectation, given who the merchants are and what their provinces go through
 * @param realised as drawn, against the same draw without the suspension
 */
public record Effect(long merchants, Tally expected, Tally realised) {
  static final Effect NONE = new Effect(0, Tally.ZERO, Tally.ZERO);

  Effect plus(Effect other) {
    return new Effect(
        merchants + other.merchants, expected.plus(other.expected), realised.plus(other.realised));
  }
}
