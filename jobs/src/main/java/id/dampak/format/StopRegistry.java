package id.dampak.format;

import id.dampak.contract.Suspension;

/**
 * Access Now's STOP registry of shutdowns, as CSV: the combined sheet, or the core of it that
 * machines can use, which lacks the columns of prose. Its rows become suspensions by rules of their
 * own, not column by column.
 */
public final class StopRegistry {
  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Suspension.TABLE,
              "Access Now's STOP registry of shutdowns, the combined sheet or its core columns")
          .in(Container.CSV, Container.XLSX)
          .required(
              "start_date",
              "end_date",
              "country",
              "area_name",
              "geo_scope",
              "shutdown_type",
              "shutdown_extent",
              "affected_network",
              "shutdown_status",
              "facebook_affected",
              "twitter_affected",
              "whatsapp_affected",
              "instagram_affected",
              "telegram_affected",
              "other_affected",
              "ordered_by",
              "decision_maker",
              "actual_cause",
              "event")
          .kept(
              "start_date_type",
              "actual_cause_details",
              "info_source",
              "info_source_link",
              "duration",
              "gov_justification",
              "gov_just_details",
              "gov_ack",
              "legal_just",
              "legal_method",
              "gov_ack_source",
              "gov_ack_quote",
              "sms_affected",
              "phonecall_affected",
              "telcos_involved",
              "telco_ack",
              "telco_ack_source",
              "telco_ack_quote",
              "election",
              "violence",
              "hr_abuse_reported",
              "users_targeted",
              "users_target_detail",
              "users_notified",
              "econ_impact",
              "an_link",
              "region",
              "count_year",
              "stop_row",
              "un_region")
          .dated("start_date", "end_date")
          .build();

  private StopRegistry() {}
}
