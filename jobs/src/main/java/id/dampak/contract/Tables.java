package id.dampak.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table of the lake, in the order in which data travels. */
public final class Tables {
  public static final List<Table> ALL =
      List.of(
          Landed.SUSPENSION,
          Landed.TRANSACTION,
          Landed.ATTRIBUTION,
          Landed.MERCHANT,
          Landed.LIVE_SESSION,
          Landed.CONTENT,
          Landed.EVALUATION_TEXT,
          LandedFile.TABLE,
          Suspension.TABLE,
          Transaction.TABLE,
          Attribution.TABLE,
          Merchant.TABLE,
          LiveSession.TABLE,
          Content.TABLE,
          EvaluationText.TABLE,
          Quarantine.TABLE,
          CleanedFile.TABLE,
          Episode.TABLE,
          Exposure.TABLE,
          Unit.TABLE,
          PanelCell.TABLE,
          EstimateRow.TABLE,
          EventStudy.TABLE,
          Loss.TABLE,
          LossAccount.TABLE,
          LossEquality.TABLE,
          Refusal.TABLE,
          Robustness.TABLE,
          VerdictRow.TABLE,
          Power.TABLE,
          ContentScore.TABLE,
          ModelMetric.TABLE,
          PolicyOption.TABLE,
          PublishedSales.TABLE,
          PublishedLoss.TABLE,
          PublishedAccount.TABLE,
          Run.TABLE,
          JobRun.TABLE,
          Watermark.TABLE,
          Profile.TABLE,
          Quality.TABLE,
          Release.TABLE,
          HiddenCell.TABLE,
          ReleasedSales.TABLE,
          StoredStudy.TABLE,
          Maintenance.TABLE,
          ProvinceRow.TABLE,
          ProvinceAliasRow.TABLE,
          SizeClassRow.TABLE,
          SectorRow.TABLE,
          CalendarRow.TABLE,
          ReferenceVersion.TABLE);

  /** The table whose {@link Table#id} is {@code id}. */
  public static Optional<Table> named(String id) {
    return ALL.stream().filter(table -> table.id().equals(id)).findFirst();
  }

  /** The tables of one layer. */
  public static Stream<Table> in(Layer layer) {
    return ALL.stream().filter(table -> table.layer() == layer);
  }

  private Tables() {}
}
