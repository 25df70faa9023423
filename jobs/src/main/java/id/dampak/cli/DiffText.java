package id.dampak.cli;

import id.dampak.job.ResultChange;
import id.dampak.job.RowChange;
import id.dampak.job.RowChange.Kind;
import id.dampak.job.RunDiff;
import id.dampak.job.RunRecord;
import id.dampak.job.TableChanges;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A comparison of runs for a terminal. */
final class DiffText {
  private static final String NONE = "none";
  private static final int SHORT = 12;

  private final PrintWriter out;

  DiffText(PrintWriter out) {
    this.out = out;
  }

  void print(RunDiff diff) {
    out.printf("From %s%n  to %s%n", name(diff.before()), name(diff.after()));
    out.printf("%nFiles given: %s%n", diff.files().isEmpty() ? "the same" : "");
    diff.files().forEach(file -> out.printf("  %s: %s%n", file.column(), hashes(file)));
    out.printf("%nData: %s%n", diff.tables().isEmpty() ? "no row differs" : "");
    diff.tables().forEach(this::print);
    out.printf("%nStudy: %s%n", diff.study().isEmpty() ? "the same" : "");
    diff.study().forEach(value -> out.printf("  %s%n", text(value)));
    out.printf("%nCode: %s%n", code(diff));
    results(diff.results());
    diff.notes().forEach(note -> out.printf("Not compared: %s.%n", note));
    out.flush();
  }

  private static String name(RunRecord run) {
    return run.id() + " (" + run.study() + ")";
  }

  private static String code(RunDiff diff) {
    String before = diff.before().codeVersion();
    String after = diff.after().codeVersion();
    return before.equals(after) ? "the same, " + before : before + " → " + after;
  }

  private static String hashes(RowChange.Value file) {
    return text(file.before().map(DiffText::shortened))
        + " → "
        + text(file.after().map(DiffText::shortened));
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }

  void print(TableChanges changes) {
    out.printf(
        Locale.ROOT,
        "  %s: %,d added, %,d removed, %,d changed%n",
        changes.table(),
        changes.total(Kind.ADDED),
        changes.total(Kind.REMOVED),
        changes.total(Kind.CHANGED));
    changes.examples().forEach(row -> out.printf("    %s%n", text(row)));
    long left = changes.total() - changes.examples().size();
    if (left > 0) {
      out.printf(Locale.ROOT, "    and %,d more%n", left);
    }
  }

  private static String text(RowChange row) {
    String values = row.values().stream().map(DiffText::text).collect(Collectors.joining(", "));
    return switch (row.kind()) {
      case ADDED -> "+ " + row.key() + content(row.values(), RowChange.Value::after);
      case REMOVED -> "- " + row.key() + content(row.values(), RowChange.Value::before);
      case CHANGED -> "~ " + row.key() + ": " + values;
    };
  }

  private static String content(
      List<RowChange.Value> values,
      java.util.function.Function<RowChange.Value, Optional<String>> side) {
    return values.isEmpty()
        ? ""
        : values.stream()
            .map(value -> value.column() + " " + text(side.apply(value)))
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String text(RowChange.Value value) {
    return value.column() + " " + text(value.before()) + " → " + text(value.after());
  }

  private static String text(Optional<String> value) {
    return value.orElse(NONE);
  }

  private void results(List<ResultChange> results) {
    List<ResultChange> changed = results.stream().filter(result -> !result.isSame()).toList();
    out.printf("%nResults: %d of %d numbers differ%n", changed.size(), results.size());
    if (results.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(List.of("table", "result", "before", "after", "difference"));
    results.forEach(
        result ->
            table.add(
                List.of(
                    result.table().id(),
                    result.name(),
                    number(result.before()),
                    number(result.after()),
                    result.isSame() ? "same" : number(result.difference()))));
    table.print(out);
  }

  /** All digits, because the last may be what differs. */
  private static String number(OptionalDouble number) {
    return number.isPresent() ? String.valueOf(number.getAsDouble()) : NONE;
  }
}
