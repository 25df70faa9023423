package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Outcomes of the rules about rows in quarantine. */
final class SetAsideJudgements {
  private static final int MOST_SHARED = 3;
  private static final String NOTHING = "no row was set aside";

  private SetAsideJudgements() {}

  static Outcome byReason(Counts counts, double threshold) {
    List<Found> all = new ArrayList<>();
    Counts.by(counts.of(Counted.SET_ASIDE), count -> count.input() + ": " + count.item())
        .forEach(
            (subject, rows) ->
                all.add(
                    new Found(
                        subject,
                        rows,
                        rows,
                        "%s of %s set aside: %s"
                            .formatted(
                                Texts.rows(rows),
                                subject.substring(0, subject.indexOf(": ")),
                                subject.substring(subject.indexOf(": ") + 2)))));
    return Outcome.above(threshold, all, NOTHING);
  }

  static Outcome byFile(Counts counts, double threshold) {
    NavigableMap<String, Long> accepted =
        Counts.by(counts.of(Counted.ROWS), SetAsideJudgements::file);
    NavigableMap<String, Long> aside =
        Counts.by(counts.of(Counted.SET_ASIDE), SetAsideJudgements::file);
    List<Found> all = new ArrayList<>();
    aside.forEach(
        (file, rows) -> {
          double share = rows / (double) (rows + accepted.getOrDefault(file, 0L));
          all.add(
              new Found(
                  file,
                  share,
                  rows,
                  "%s: %s set aside, %s of those that are no repeats"
                      .formatted(file, Texts.rows(rows), Texts.percent(share))));
        });
    return Outcome.above(
        threshold, all, aside.isEmpty() ? NOTHING : "of no file more than a small share");
  }

  /** A block of rows in quarantine, as the profile has it. */
  private record Block(Count count, String first, String last, String kind, List<String> shared) {
    static Block of(Count count) {
      List<String> parts = List.of(count.item().split(SetAsideCounts.SEPARATOR, -1));
      return new Block(
          count, parts.get(0), parts.get(1), parts.get(2), parts.subList(3, parts.size()));
    }

    private String group() {
      return count.input() + SetAsideCounts.SEPARATOR + kind;
    }
  }

  /**
   * Blocks, with the values that their rows share: those that tell them from the other blocks.
   *
   * @param hidden source columns by input whose values identify merchants
   */
  static Outcome inARow(Counts counts, Map<String, List<String>> hidden, double threshold) {
    List<Block> blocks = counts.of(Counted.BLOCK).map(Block::of).toList();
    Map<String, Set<String>> common =
        blocks.stream()
            .collect(
                Collectors.toMap(
                    Block::group,
                    block -> new HashSet<>(block.shared()),
                    (left, right) -> {
                      left.retainAll(right);
                      return left;
                    }));
    Map<String, Long> sizes =
        blocks.stream().collect(Collectors.groupingBy(Block::group, Collectors.counting()));
    List<Found> all = new ArrayList<>();
    for (Block block : blocks) {
      boolean alone = sizes.getOrDefault(block.group(), 1L) == 1;
      List<String> shared =
          block.shared().stream()
              .filter(pair -> alone || !common.getOrDefault(block.group(), Set.of()).contains(pair))
              .filter(
                  pair ->
                      hidden.getOrDefault(block.count().input(), List.of()).stream()
                          .noneMatch(column -> pair.startsWith(column + " = ")))
              .limit(MOST_SHARED)
              .toList();
      all.add(found(block, shared));
    }
    return Outcome.above(threshold, all, "no block of rows was set aside for the same reason");
  }

  private static Found found(Block block, List<String> shared) {
    String subject = "%s rows %s to %s".formatted(file(block.count()), block.first(), block.last());
    String where = shared.isEmpty() ? "" : " (all with " + String.join(", ", shared) + ")";
    return new Found(
        subject,
        block.count().value(),
        block.count().value(),
        "%s: %s in a row%s set aside: %s"
            .formatted(subject, Texts.rows(block.count().value()), where, block.kind()));
  }

  private static String file(Count count) {
    return count.input() + " " + count.file();
  }
}
