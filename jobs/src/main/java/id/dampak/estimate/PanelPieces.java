package id.dampak.estimate;

/**
 * A panel that is too large to be held, in pieces that each hold all rows of their groups. Whoever
 * has it runs passes over it, where the pieces are.
 */
public interface PanelPieces {

  /**
   * The sum of a pass over all pieces. Pieces are added in an order that hangs on the rows alone,
   * and sums two by two, so that the result is the same to the last digit however the pieces are
   * spread over machines and threads.
   *
   * @throws id.dampak.error.DampakException what the pass throws
   */
  <S> S sum(PiecePass<S> pass);
}
