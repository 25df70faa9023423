package id.dampak.panel;

/**
 * How much memory the arrays of a panel may take; beyond it estimators run on moments.
 *
 * @param bytes for the numbers and codes of all columns together
 */
public record MemoryBudget(long bytes) {
  private static final int BYTES_OF_A_NUMBER = 8;

  public MemoryBudget {
    if (bytes < 0) {
      throw new IllegalArgumentException("a budget of " + bytes + " bytes");
    }
  }

  /**
   * A third of the heap: while a panel is put together its rows are there twice, and a regression
   * needs room of its own.
   */
  public static MemoryBudget ofHeap() {
    return new MemoryBudget(Runtime.getRuntime().maxMemory() / 3);
  }

  /** Whether so many rows of so many columns stay within it, and an array can hold them. */
  public boolean holds(long rows, int columns) {
    return rows < Integer.MAX_VALUE - 8 && rows * columns * BYTES_OF_A_NUMBER <= bytes;
  }
}
