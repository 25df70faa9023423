package id.dampak.format;

import static java.util.Map.entry;

import id.dampak.contract.Transaction;
import java.util.Map;

/**
 * The order export of TikTok Shop and Tokopedia Seller Center. A row is a SKU of an order. What
 * belongs to the whole order ({@code Order Amount}, {@code Order Refund Amount}, shipping) stands
 * in each of its rows again, so that only figures of the SKU are read.
 */
public final class TiktokOrders {
  private static final String SHEET = "OrderSKUList";
  private static final String ORDER_ID = "Order ID";
  private static final String DISCOUNTED = "SKU Subtotal After Discount";
  private static final String QUANTITY = "Quantity";

  private static final Map<String, String> STATUSES =
      Map.ofEntries(
          entry("Selesai", "completed"),
          entry("Completed", "completed"),
          entry("Terkirim", "completed"),
          entry("Delivered", "completed"),
          entry("Dikirim", "completed"),
          entry("Shipped", "completed"),
          entry("In transit", "completed"),
          entry("Dalam perjalanan", "completed"),
          entry("Perlu dikirim", "completed"),
          entry("To ship", "completed"),
          entry("Awaiting shipment", "completed"),
          entry("Awaiting collection", "completed"),
          entry("Belum dibayar", "pending"),
          entry("Unpaid", "pending"),
          entry("Ditahan", "pending"),
          entry("On hold", "pending"),
          entry("Dibatalkan*", "cancelled"),
          entry("Cancel*", "cancelled"));

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Transaction.TABLE,
              "Orders of a shop on TikTok Shop or Tokopedia (Seller Center), a row per SKU of an order")
          .in(Container.CSV, Container.XLSX)
          .laidOut(Layout.described(ORDER_ID).within(SHEET))
          .required(
              ORDER_ID,
              "Order Status",
              "SKU ID",
              QUANTITY,
              "Sku Quantity of return",
              "SKU Subtotal Before Discount",
              "SKU Platform Discount",
              "SKU Seller Discount",
              DISCOUNTED,
              "Created Time",
              "Purchase Channel")
          .kept(
              "Order Substatus",
              "Cancelation/Return Type | Cancellation/Return Type",
              "Normal or Pre-order",
              "Seller SKU",
              "Product Name",
              "Variation",
              "SKU Unit Original Price",
              "Shipping Fee After Discount",
              "Original Shipping Fee",
              "Shipping Fee Seller Discount",
              "Shipping Fee Platform Discount",
              "Distance Shipping Fee",
              "Distance Fee",
              "Order Refund Amount",
              "Payment platform discount",
              "Buyer Service Fee",
              "Handling Fee",
              "Shipping Insurance",
              "Item Insurance",
              "Order Amount",
              "Paid Time",
              "RTS Time",
              "Shipped Time",
              "Delivered Time",
              "Cancelled Time",
              "Cancel By",
              "Cancel Reason",
              "Fulfillment Type",
              "Delivery Option",
              "Shipping Provider Name",
              "Country",
              "Province",
              "Regency and City",
              "Payment Method",
              "Weight(kg)",
              "Product Category",
              "Checked Status",
              "Package ID",
              "Tokopedia Invoice Number",
              "Order Channel")
          .personal(
              "Tracking ID",
              "Buyer Message",
              "Buyer Username",
              "Recipient",
              "Phone #",
              "Zipcode",
              "Districts | District",
              "Villages | Village | Commune",
              "Detail Address",
              "Additional address information",
              "Seller Note",
              "Checked Marked by")
          .identifiers("Warehouse Name", "Creator Handle")
          .dates("dd/MM/yyyy HH:mm:ss", "MM/dd/yyyy h:mm:ss a")
          .field(
              "transaction_id",
              Mapping.columns(ORDER_ID, "SKU ID")
                  .toldApartBy(
                      QUANTITY,
                      "SKU Subtotal Before Discount",
                      "SKU Platform Discount",
                      "SKU Seller Discount",
                      "Package ID"))
          .field("order_id", Mapping.column(ORDER_ID))
          .field("occurred_at", Mapping.column("Created Time"))
          .field(
              "updated_at",
              Mapping.columns(
                  "Created Time",
                  "Paid Time",
                  "RTS Time",
                  "Shipped Time",
                  "Delivered Time",
                  "Cancelled Time"))
          .field(
              "channel",
              Mapping.column("Purchase Channel")
                  .recoded(Map.of("TikTok*", "tiktok", "Tokopedia*", "tokopedia")))
          .field("status", Mapping.column("Order Status").recoded(STATUSES))
          .field("amount", Mapping.column(DISCOUNTED).less("refund_amount"))
          .field("gross_amount", Mapping.column("SKU Subtotal Before Discount"))
          .field("discount_amount", Mapping.columns("SKU Platform Discount", "SKU Seller Discount"))
          .field(
              "refund_amount",
              Mapping.column(DISCOUNTED).times("Sku Quantity of return").per(QUANTITY))
          .build();

  private TiktokOrders() {}
}
