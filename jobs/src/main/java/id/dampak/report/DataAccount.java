package id.dampak.report;

import java.util.List;

/** What became of every row: rows in = rows out + quarantined + duplicates. */
public record DataAccount(List<Input> inputs) implements Section {

  /**
   * A reason for which rows were set aside.
   *
   * @param text the reason
   * @param rows rows that carry it; a row may carry several
   */
  public record Reason(String text, long rows) {}

  /**
   * One input on its way into one table.
   *
   * @param name the input, as the study declares it
   * @param target the table that it fills
   * @param rowsIn rows read
   * @param rowsOut rows written
   * @param quarantined rows set aside
   * @param duplicates repeats dropped
   * @param reasons why rows were set aside
   */
  public record Input(
      String name,
      String target,
      long rowsIn,
      long rowsOut,
      long quarantined,
      long duplicates,
      List<Reason> reasons) {

    public Input {
      reasons = List.copyOf(reasons);
    }

    /** Whether no row is unaccounted for. */
    public boolean isBalanced() {
      return unaccounted() == 0;
    }

    /** Rows that went nowhere; negative when more came out than went in. */
    public long unaccounted() {
      return rowsIn - rowsOut - quarantined - duplicates;
    }
  }

  public DataAccount {
    inputs = List.copyOf(inputs);
  }

  @Override
  public String anchor() {
    return "data";
  }

  @Override
  public String heading() {
    return "The data, row by row";
  }

  @Override
  public boolean isEmpty() {
    return inputs.isEmpty();
  }

  /** Whether no row of any input is unaccounted for. */
  public boolean isBalanced() {
    return inputs.stream().allMatch(Input::isBalanced);
  }

  /** The inputs of which rows were set aside. */
  public List<Input> withReasons() {
    return inputs.stream().filter(input -> !input.reasons().isEmpty()).toList();
  }
}
