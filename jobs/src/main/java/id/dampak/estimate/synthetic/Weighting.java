package id.dampak.estimate.synthetic;

import java.util.Optional;

/** A rule that gives weights to controls and to periods. */
interface Weighting {

  /**
   * The weights for {@code block}.
   *
   * @param near weights of a similar block, from which a stepwise search starts
   */
  Weights weights(Block block, Optional<Weights> near);

  /** The same weight for all: difference in differences of averages. */
  static Weighting uniform() {
    return (block, near) ->
        new Weights(Weights.uniform(block.controls()), Weights.uniform(block.before()));
  }
}
