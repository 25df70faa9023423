package id.dampak.job;

import id.dampak.contract.Field;
import id.dampak.contract.LossAccount;
import id.dampak.contract.PublishedAccount;
import id.dampak.contract.PublishedLoss;
import id.dampak.method.AccountEntry;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.panel.SalesChanges;
import id.dampak.study.Accounting;
import id.dampak.study.Study;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What of an account may be shown: of a group where its loss is, of the total likewise, and a
 * number that sums up all groups only where none of them is hidden, which would follow from it.
 */
final class PublishedAccountRows {
  private static final Map<Field, Field> NUMBERS =
      Map.of(
          PublishedAccount.ESTIMATE, LossAccount.ESTIMATE,
          PublishedAccount.STD_ERROR, LossAccount.STD_ERROR,
          PublishedAccount.CONF_LOW, LossAccount.CONF_LOW,
          PublishedAccount.CONF_HIGH, LossAccount.CONF_HIGH);

  private final Study study;
  private final String runId;

  /** Dimension and group of every loss that is shown. */
  private final Set<List<String>> shown = new HashSet<>();

  /** Dimensions of which some group is not. */
  private final Set<String> partlyHidden = new HashSet<>();

  private PublishedAccountRows(Study study, String runId) {
    this.study = study;
    this.runId = runId;
  }

  /**
   * Rows of {@link PublishedAccount}.
   *
   * @param runId the run that releases them
   * @param losses rows of {@link PublishedLoss} of the same release
   * @param account rows of {@link LossAccount}
   */
  static List<Row> of(Study study, String runId, List<Row> losses, List<Row> account) {
    PublishedAccountRows rows = new PublishedAccountRows(study, runId);
    Set<List<String>> released = new HashSet<>();
    losses.stream()
        .map(FieldReader::new)
        .filter(loss -> loss.flag(PublishedLoss.PUBLISHED))
        .forEach(
            loss ->
                released.add(
                    List.of(
                        loss.text(PublishedLoss.SPECIFICATION),
                        loss.text(PublishedLoss.DIMENSION),
                        loss.text(PublishedLoss.GROUP))));
    List<FieldReader> entries = account.stream().map(FieldReader::new).toList();
    entries.forEach(entry -> rows.decide(entry, released));
    return entries.stream().map(rows::row).toList();
  }

  /** A group by dependence has no released loss: it is shown where the total is. */
  private void decide(FieldReader entry, Set<List<String>> released) {
    if (basis(entry) != Basis.LOSS) {
      return;
    }
    String specification = entry.text(LossAccount.SPECIFICATION);
    String dimension = entry.text(LossAccount.DIMENSION);
    String group = entry.text(LossAccount.GROUP);
    List<String> decisive =
        dimension.equals(SalesChanges.Columns.DEPENDENCE)
            ? List.of(specification, AccountEntry.TOTAL, AccountEntry.ALL)
            : List.of(specification, dimension, group);
    if (released.contains(decisive) && !entry.flag(LossAccount.SUPPRESSED)) {
      shown.add(List.of(dimension, group));
    } else {
      partlyHidden.add(dimension);
    }
  }

  private static Basis basis(FieldReader entry) {
    return Basis.valueOf(entry.text(LossAccount.BASIS).toUpperCase(Locale.ROOT));
  }

  private boolean isShown(FieldReader entry) {
    String dimension = entry.text(LossAccount.DIMENSION);
    boolean total = shown.contains(List.of(AccountEntry.TOTAL, AccountEntry.ALL));
    return switch (basis(entry)) {
      case ACCOUNTING, REFUSAL -> true;
      case SPILLOVER_GAIN, SPILLOVER_LOSS -> total;
      case LOSS -> shown.contains(List.of(dimension, entry.text(LossAccount.GROUP)));
      case DISCREPANCY -> total && !partlyHidden.contains(dimension);
      case EXTRAPOLATION -> total && partlyHidden.stream().noneMatch(this::isWeighted);
    };
  }

  private boolean isWeighted(String dimension) {
    return study
        .accounting()
        .surveyWeights()
        .map(Accounting.SurveyWeights::by)
        .map(Study.Dimension::name)
        .filter(dimension::equalsIgnoreCase)
        .isPresent();
  }

  private Row row(FieldReader entry) {
    boolean published = isShown(entry);
    TableRow row =
        new TableRow(PublishedAccount.TABLE)
            .with(PublishedAccount.STUDY, study.id())
            .with(PublishedAccount.SPECIFICATION, entry.text(LossAccount.SPECIFICATION))
            .with(PublishedAccount.BASIS, entry.text(LossAccount.BASIS))
            .with(PublishedAccount.DIMENSION, entry.text(LossAccount.DIMENSION))
            .with(PublishedAccount.GROUP, entry.text(LossAccount.GROUP))
            .with(PublishedAccount.MEASURE, entry.text(LossAccount.MEASURE))
            .with(PublishedAccount.PUBLISHED, published)
            .with(PublishedAccount.RUN_ID, runId);
    if (published) {
      row.with(PublishedAccount.UNITS, entry.whole(LossAccount.UNITS));
      NUMBERS.forEach(
          (to, from) -> entry.optionalNumber(from).ifPresent(number -> row.with(to, number)));
      entry.optionalText(LossAccount.NOTE).ifPresent(note -> row.with(PublishedAccount.NOTE, note));
    }
    return row.row();
  }
}
