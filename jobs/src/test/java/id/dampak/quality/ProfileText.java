package id.dampak.quality;

import id.dampak.StudyText;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.study.Study;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A profile of transactions, or of another table, for a test, built count by count, and the
 * verdicts on it.
 */
final class ProfileText {
  private final Table table;
  private final String input;
  private final List<Count> counts = new ArrayList<>();

  ProfileText() {
    this(Transaction.TABLE, "orders");
  }

  ProfileText(Table table, String input) {
    this.table = table;
    this.input = input;
  }

  ProfileText rows(String day, long rows) {
    return rows("orders.csv", "", day, rows);
  }

  ProfileText rows(String file, String release, String day, long rows) {
    return count(file, release, day, Counted.ROWS, "", rows);
  }

  ProfileText value(String day, String item, long rows) {
    return count("", "", day, Counted.VALUE, item, rows);
  }

  ProfileText count(
      String file, String release, String day, Counted counted, String item, long value) {
    counts.add(new Count(table.name(), input, file, release, day, counted, item, value));
    return this;
  }

  ProfileText and(List<Count> others) {
    counts.addAll(others);
    return this;
  }

  /** Subjects and findings of a rule that did not pass, in a study of the days around. */
  List<String> found(String rule, StudyText study) {
    return verdicts(rule, study.read()).stream()
        .filter(verdict -> !verdict.passed())
        .map(verdict -> verdict.subject() + " | " + verdict.finding())
        .toList();
  }

  List<Verdict> verdicts(String rule, Study study) {
    return new Judge(study, LocalDate.of(2025, 12, 31))
        .verdicts(counts).stream()
            .filter(verdict -> verdict.table().equals(table.id()))
            .filter(verdict -> verdict.rule().equals(rule))
            .toList();
  }
}
