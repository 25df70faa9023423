package id.dampak.report;

import java.util.List;
import java.util.Optional;

/**
 * From what the suspended channel lost to what was lost in the end: the parts of the loss, in all
 * and by group, and what stands beside them.
 *
 * @param steps gross, displaced, recovered and net, in that order, those that are known; all in
 *     minor units of one currency
 * @param splits the same by group, a table for each dimension
 * @param beside numbers that rest on something else than the merchants in the data
 * @param notes sentences below the chart
 */
public record NetLoss(List<Step> steps, List<Split> splits, List<Beside> beside, List<String> notes)
    implements Section, Charted {

  /** Canonical constructor; copies the lists. */
  public NetLoss {
    steps = List.copyOf(steps);
    splits = List.copyOf(splits);
    beside = List.copyOf(beside);
    notes = List.copyOf(notes);
  }

  @Override
  public String anchor() {
    return "net-loss";
  }

  @Override
  public String heading() {
    return "Lost, displaced, recovered";
  }

  @Override
  public boolean isEmpty() {
    return steps.isEmpty() && beside.isEmpty() && notes.isEmpty();
  }

  @Override
  public Chart chart() {
    return new NetLossChart(this);
  }

  /** Unit of the chart, for example {@code Rp million}. */
  public String unit() {
    return notation().unit();
  }

  Scale.Notation notation() {
    double largest =
        steps.stream()
            .flatMap(step -> step.amount().interval().stream())
            .mapToDouble(ends -> Math.max(Math.abs(ends.low()), Math.abs(ends.high())))
            .max()
            .orElseGet(
                () ->
                    steps.stream()
                        .mapToDouble(step -> Math.abs(step.amount().estimate()))
                        .max()
                        .orElse(0));
    return steps.get(0).amount().scale().notation(largest, 0);
  }

  /** What a part does to the loss. */
  public enum Role {
    /** The loss before anything is taken off. */
    GROSS,
    /** Taken off. */
    RELIEF,
    /** What is left. */
    NET
  }

  /**
   * A part of the loss of all.
   *
   * @param name what it is
   * @param explanation in a few words
   */
  public record Step(Role role, String name, String explanation, Measurement amount) {}

  /**
   * The parts by group.
   *
   * @param dimension for example {@code Province}
   * @param unit heading of the amounts, for example {@code Rp million}
   * @param parts names of the columns of amounts
   * @param rows the groups, then what they differ from the total by
   * @param hidden names of groups that are not told
   * @param test whether the groups differ, where that can be tested
   */
  public record Split(
      String dimension,
      String unit,
      List<String> parts,
      List<Row> rows,
      List<String> hidden,
      Optional<EqualShares> test) {

    /** Canonical constructor; copies the lists. */
    public Split {
      parts = List.copyOf(parts);
      rows = List.copyOf(rows);
      hidden = List.copyOf(hidden);
    }

    /** Whether some number, other than a plain zero, has no interval. */
    public boolean hasBareNumbers() {
      return rows.stream()
          .flatMap(row -> row.cells().stream())
          .anyMatch(cell -> cell.interval().isEmpty() && cell.number().matches(".*[1-9].*"));
    }

    /** Whether the table is long enough to be folded away. */
    public boolean isLong() {
      return rows.size() > 12;
    }
  }

  /**
   * A test that all groups lost, in the end, the same share of their usual sales through the
   * channel.
   *
   * @param statistic F
   * @param numerator degrees of freedom
   * @param denominator degrees of freedom
   */
  public record EqualShares(double statistic, int numerator, double denominator, double pValue) {

    /** In a sentence. */
    public String words() {
      return "Did all groups lose the same share of their usual sales through the channel, net? F("
          + numerator
          + ", "
          + DecimalText.exactly(0, denominator)
          + ")\u00a0=\u00a0"
          + DecimalText.exactly(2, statistic)
          + ", p\u00a0"
          + ProbabilityText.of(pValue)
          + (pValue < 0.05 ? ": they did not." : ": nothing speaks against it.");
    }
  }

  /**
   * A group.
   *
   * @param units units in it, for people
   * @param cells for each part its number and its interval
   */
  public record Row(String name, String units, List<Cell> cells) {

    /** Canonical constructor; copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A number for people, with its interval; the latter may be empty. */
  public record Cell(String number, String interval) {

    /** A number in a notation; a dash where there is none. */
    public static Cell of(Optional<Measurement> amount, Scale.Notation notation) {
      return new Cell(
          amount.map(known -> notation.bare().apply(known.estimate())).orElse("–"),
          amount
              .flatMap(Measurement::interval)
              .map(
                  ends ->
                      notation.bare().apply(ends.low())
                          + " to "
                          + notation.bare().apply(ends.high()))
              .orElse(""));
    }
  }

  /**
   * A number that rests on something else.
   *
   * @param name what it is
   * @param kind for example {@code not causal}
   * @param amount the number; empty where there is none
   * @param how formula, inputs, sources
   */
  public record Beside(String name, String kind, Optional<Measurement> amount, String how) {

    /** The number for people; a dash where there is none. */
    public String amountText() {
      return amount.map(Measurement::estimateText).orElse("–");
    }

    /** Its interval; may be empty. */
    public String intervalText() {
      return amount.map(Measurement::intervalText).orElse("");
    }
  }
}
