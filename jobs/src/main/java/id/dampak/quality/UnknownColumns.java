package id.dampak.quality;

import id.dampak.contract.Table;
import id.dampak.quality.Outcome.Found;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns of the files of an input that its format does not know, and that landed all the same. */
public final class UnknownColumns {
  private static final int MOST_NAMES = 10;

  private UnknownColumns() {}

  /**
   * The counts for the profile.
   *
   * @param landed names of the columns that landed of an input, by its name
   */
  public static List<Count> of(Study study, Map<String, List<String>> landed) {
    return study.inputs().stream()
        .flatMap(
            input ->
                landed.getOrDefault(input.name(), List.of()).stream()
                    .filter(column -> !input.format().declaration().knows(column))
                    .sorted()
                    .map(column -> count(input, column)))
        .toList();
  }

  private static Count count(Input input, String column) {
    return new Count(
        Judge.table(input).name(), input.name(), "", "", "", Counted.UNKNOWN_COLUMN, column, 1);
  }

  static Outcome outcome(Table table, Study study, Counts counts, double threshold) {
    boolean isDeclared =
        study.inputs().stream()
            .filter(input -> Judge.table(input).equals(table))
            .anyMatch(input -> input.format().declaration().isDeclared());
    if (!isDeclared) {
      return Outcome.notMeasured("the study names the columns, not a format");
    }
    Map<String, List<String>> columns =
        counts
            .of(Counted.UNKNOWN_COLUMN)
            .collect(
                Collectors.groupingBy(
                    Count::input, Collectors.mapping(Count::item, Collectors.toList())));
    return Outcome.above(
        threshold,
        columns.entrySet().stream().map(entry -> found(entry.getKey(), entry.getValue())).toList(),
        "no column that its format does not know");
  }

  private static Found found(String input, List<String> columns) {
    String names =
        Stream.concat(
                columns.stream().limit(MOST_NAMES),
                columns.size() > MOST_NAMES ? Stream.of("…") : Stream.of())
            .collect(Collectors.joining(", "));
    return new Found(
        input,
        columns.size(),
        0,
        "%s: columns that its format does not know: %s".formatted(input, names));
  }
}
