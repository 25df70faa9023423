package id.dampak.linalg;

import java.util.Comparator;
import java.util.List;

/**
 * Takes fixed effects out of columns: the weighted least-squares projection on the dummies of every
 * effect is subtracted (Frisch–Waugh–Lovell).
 */
public sealed interface Absorber permits OneWay, TwoWay, ConjugateGradients {

  /** Replaces {@code column} by what the effects leave of it. */
  void residualise(double[] column);

  /**
   * Rank of the dummies of all effects together: exact for one and two effects, for three and more
   * an upper bound that counts one redundant level for each further effect.
   */
  int rank();

  /**
   * The same effects at other weights, as iterations with changing weights need them: what does not
   * depend on the weights is shared.
   */
  Absorber reweighted(double[] weights);

  /** The fastest exact way for these effects; with none, the mean is taken out. */
  static Absorber of(List<Factor> effects, double[] weights) {
    if (effects.isEmpty()) {
      return new OneWay(Factor.constant(weights.length), weights);
    }
    if (effects.size() == 1) {
      return new OneWay(effects.get(0), weights);
    }
    List<Factor> bySize =
        effects.stream().sorted(Comparator.comparingInt(Factor::levels).reversed()).toList();
    Components components = Components.of(bySize.get(0), bySize.get(1));
    if (effects.size() == 2 && components.denseEntries() <= TwoWay.MAX_ENTRIES) {
      return new TwoWay(bySize.get(0), bySize.get(1), weights, components);
    }
    return new ConjugateGradients(bySize, weights, rank(bySize, components));
  }

  /** Rank of the dummies of effects, at least one, as {@link #rank()} has it. */
  static int rankOf(List<Factor> effects) {
    if (effects.size() == 1) {
      return effects.get(0).levels();
    }
    List<Factor> bySize =
        effects.stream().sorted(Comparator.comparingInt(Factor::levels).reversed()).toList();
    return rank(bySize, Components.of(bySize.get(0), bySize.get(1)));
  }

  private static int rank(List<Factor> effects, Components ofLargestTwo) {
    int redundant = ofLargestTwo.count() + effects.size() - 2;
    return effects.stream().mapToInt(Factor::levels).sum() - redundant;
  }
}
