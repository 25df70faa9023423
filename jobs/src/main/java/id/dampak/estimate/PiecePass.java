package id.dampak.estimate;

import java.io.Serializable;

/**
 * What is done with each piece of a panel; travels to where the pieces are.
 *
 * @param <S> the sums, which travel back and are serialisable too
 */
public interface PiecePass<S> extends Serializable {

  /** Sums of nothing. */
  S start();

  /** Adds a piece. */
  void add(S sums, Panel piece);

  /** Adds the sums {@code others} of other pieces to {@code sums}. */
  void merge(S sums, S others);
}
