package id.dampak.job;

import id.dampak.error.DampakException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a study can detect, told before its outcome is looked at.
 *
 * @param specification name of the specification
 * @param question what was asked
 * @param first start of the first period before the suspension that counts
 * @param event start of the first suspended period
 * @param datesApart how many placebo dates of its length have windows that do not overlap
 * @param datesOfWeekday how many are of its weekday
 * @param sameWeekday whether only those are used
 * @param fewest placebo dates that the test needs
 * @param rows designs: first that of the study, then the same by its standard error where placebo
 *     dates tell the first, then others
 * @param refusal why placebo dates do not tell the power of the study, if so
 */
public record PowerReport(
    String specification,
    PowerQuestion question,
    LocalDateTime first,
    LocalDateTime event,
    long datesApart,
    int datesOfWeekday,
    boolean sameWeekday,
    int fewest,
    List<PowerRow> rows,
    Optional<DampakException> refusal) {

  /** Canonical constructor; copies the list. */
  public PowerReport {
    rows = List.copyOf(rows);
  }

  /** The study as it is. */
  public PowerRow own() {
    return rows.get(0);
  }

  /** The study as it is, by its standard error, where placebo dates tell it as well. */
  public Optional<PowerRow> ownByStandardError() {
    return rows.stream()
        .skip(1)
        .filter(row -> row.design().equals(own().design()))
        .filter(row -> row.basis() == PowerRow.Basis.STANDARD_ERROR)
        .findFirst();
  }
}
