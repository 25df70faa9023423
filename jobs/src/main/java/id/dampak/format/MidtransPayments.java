package id.dampak.format;

import static java.util.Map.entry;

import id.dampak.contract.Transaction;
import java.util.Map;

/**
 * Payments by Midtrans (QRIS, wallets, bank transfers, cards), as its API answers or notifies: a
 * list of objects, one object a line, or one alone. Of several notifications of a payment the last
 * one counts. Amounts are texts with two decimals, times are local without an offset, and Midtrans
 * asks whether the payment is fraud beside what has become of it.
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
          .field("amount", Mapping.column(GROSS).less("refund_amount"))
          .field("gross_amount", Mapping.column(GROSS))
          .field("refund_amount", Mapping.column(REFUND))
          .build();

  private MidtransPayments() {}
}
