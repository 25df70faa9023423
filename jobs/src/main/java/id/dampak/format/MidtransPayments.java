package id.dampak.format;

import static java.util.Map.entry;

import id.dampak.contract.Transaction;
import java.util.Map;

/**
 * Payments by Midtrans (QRIS, wallets, bank transfers, cards), as its API answers or notifies: a
 * list of objects, one object a line, or one alone. Of several notifications of a payment the one
 * of the furthest status counts. Amounts are texts with two decimals, times are local without an
 * offset, and Midtrans asks whether the payment is fraud beside what has become of it.
 */
public final class MidtransPayments {
  private static final String STATUS = "transaction_status";
  private static final String FRAUD = "fraud_status";
  private static final String GROSS = "gross_amount";
  private static final String REFUND = "refund_amount";

  /**
   * Status, fraud status and refunded amount, the last two often blank. A refund in part leaves the
   * rest of a sale, if it is known how much that is.
   */
  private static final Map<String, String> STATUSES =
      Map.ofEntries(
          entry("settlement*", "completed"),
          entry("settlement/challenge*", "pending"),
          entry("settlement/deny*", "cancelled"),
          entry("capture*", "completed"),
          entry("capture/challenge*", "pending"),
          entry("capture/deny*", "cancelled"),
          entry("authorize*", "pending"),
          entry("pending*", "pending"),
          entry("deny*", "cancelled"),
          entry("cancel*", "cancelled"),
          entry("expire*", "cancelled"),
          entry("failure*", "cancelled"),
          entry("refund*", "returned"),
          entry("partial_refund*", "completed"),
          entry("partial_refund//", "returned"),
          entry("partial_refund/accept/", "returned"),
          entry("partial_refund/challenge/", "returned"),
          entry("chargeback*", "returned"),
          entry("partial_chargeback*", "returned"));

  /**
   * How far a payment has come, because notifications come late and in any order: what is settled
   * was pending before and may be refunded after, and is not pending again.
   */
  private static final Map<String, String> RANKS =
      Map.ofEntries(
          entry("*", "0"),
          entry("pending", "1"),
          entry("authorize", "2"),
          entry("capture", "3"),
          entry("deny", "4"),
          entry("cancel", "4"),
          entry("expire", "4"),
          entry("failure", "4"),
          entry("settlement", "5"),
          entry("partial_refund", "6"),
          entry("refund", "7"),
          entry("partial_chargeback", "8"),
          entry("chargeback", "9"));

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Transaction.TABLE,
              "Payments by Midtrans (QRIS, wallets, transfers, cards), as its API answers or notifies")
          .in(Container.JSON)
          .required("transaction_id", "order_id", GROSS, "transaction_time", STATUS)
          .kept(
              FRAUD,
              REFUND,
              "currency",
              "payment_type",
              "settlement_time",
              "expiry_time",
              "status_code",
              "status_message",
              "transaction_type",
              "acquirer",
              "issuer",
              "bank",
              "store",
              "refunds",
              "channel_response_code",
              "channel_response_message",
              "merchant_cross_reference_id",
              "approval_code",
              "eci",
              "card_type")
          .identifiers("merchant_id")
          .demanded("merchant_id")
          .personal(
              "signature_key",
              "qr_string",
              "actions",
              "va_numbers",
              "permata_va_number",
              "bill_key",
              "biller_code",
              "payment_code",
              "payment_amounts",
              "masked_card",
              "saved_token_id",
              "redirect_url",
              "custom_field1",
              "custom_field2",
              "custom_field3",
              "metadata",
              "metadata.*",
              "customer_details",
              "customer_details.*",
              "seller_details",
              "item_details")
          .numbers(NumberStyle.PLAIN)
          .field("transaction_id", Mapping.column("transaction_id"))
          .field("order_id", Mapping.column("order_id"))
          .field("merchant_id", Mapping.column("merchant_id"))
          .field("occurred_at", Mapping.column("transaction_time"))
          .field("channel", Mapping.column("payment_type"))
          .field("status", Mapping.columns(STATUS, FRAUD, REFUND).withBlanks().recoded(STATUSES))
          .field("status_rank", Mapping.column(STATUS).recoded(RANKS))
          .field("updated_at", Mapping.columns("transaction_time", "settlement_time"))
          .field("currency", Mapping.column("currency"))
          .field("amount", Mapping.column(GROSS).less("refund_amount"))
          .field("gross_amount", Mapping.column(GROSS))
          .field("refund_amount", Mapping.column(REFUND))
          .build();

  private MidtransPayments() {}
}
