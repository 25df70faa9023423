package id.dampak.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Who lost what, one breakdown per dimension.
 *
 * @param breakdowns for example by size class and by province
 * @param note what the groups' numbers rest on; may be empty
 */
public record Losses(List<Breakdown> breakdowns, String note) implements Section {

  public Losses {
    breakdowns = List.copyOf(breakdowns);
  }

  @Override
  public String anchor() {
    return "losses";
  }

  @Override
  public String heading() {
    return "Who lost what";
  }

  @Override
  public boolean isEmpty() {
    return breakdowns.stream().allMatch(Breakdown::isEmpty);
  }

  /**
   * The loss of one group.
   *
   * @param name the group
   * @param units merchants or other units in it
   * @param loss what it lost, with its interval; all groups of a breakdown share one scale
   * @param shareOfBaseline the loss as a fraction of what the group would have sold; empty where it
   *     has no baseline
   */
  public record Group(String name, long units, Measurement loss, Optional<Double> shareOfBaseline) {

    /** The share for people, for example {@code 12.3%}; empty where there is none. */
    public String shareText() {
      return shareOfBaseline
          .map(share -> new Scale.Percent().notation(share, 0).full().apply(share))
          .orElse("");
    }
  }

  /**
   * The losses along one dimension. A suppressed group is known by its name alone: its numbers
   * never reach the report.
   *
   * @param dimension for example {@code Province}
   * @param scale what the losses are measured in
   * @param groups the groups in the order in which they are shown
   * @param suppressed names of the groups behind which too few units stand
   * @param suppressionRule the rule in words, for example {@code fewer than 10 merchants stand
   *     behind the number}
   */
  public record Breakdown(
      String dimension,
      Scale scale,
      List<Group> groups,
      List<String> suppressed,
      String suppressionRule)
      implements Charted {

    public Breakdown {
      groups = List.copyOf(groups);
      suppressed = List.copyOf(suppressed);
    }

    /** Whether there is neither a group to show nor one to name as suppressed. */
    public boolean isEmpty() {
      return groups.isEmpty() && suppressed.isEmpty();
    }

    /** Whether the table is long enough to be folded away under the chart. */
    public boolean isLong() {
      return groups.size() + suppressed.size() > 12;
    }

    @Override
    public Chart chart() {
      return new LossChart(this);
    }

    /** Heading of the amount columns, for example {@code Rp billion}. */
    public String unit() {
      return notation().unit();
    }

    /** A group's loss under the heading {@link #unit()}. */
    public String estimateText(Group group) {
      return notation().bare().apply(group.loss().estimate());
    }

    /** A group's interval under the heading {@link #unit()}. */
    public String intervalText(Group group) {
      return group
          .loss()
          .interval()
          .map(
              ends ->
                  notation().bare().apply(ends.low())
                      + " to "
                      + notation().bare().apply(ends.high()))
          .orElse("not defined");
    }

    Scale.Notation notation() {
      double largest = values().map(Math::abs).max().orElse(0);
      return scale.notation(largest, largest / 100);
    }

    DoubleStream values() {
      return groups.stream().flatMapToDouble(group -> ends(group.loss()));
    }

    private static DoubleStream ends(Measurement loss) {
      return DoubleStream.concat(
          DoubleStream.of(loss.estimate()),
          loss.interval().stream()
              .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())));
    }
  }
}
