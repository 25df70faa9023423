package id.dampak.format;

import id.dampak.contract.Attribution;
import java.util.Map;

/**
 * The affiliate order export of TikTok: which content an order came through. It lists only orders
 * of affiliates, so that an order that is not in it may still have come through the shop's own
 * session.
 */
public final class TiktokAffiliate {
  private static final String ORDER_ID = "ID Pesanan";
  private static final String KIND = "Jenis Konten";

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Attribution.TABLE,
              "Affiliate orders of TikTok, which tell LIVE from video; joined to orders by id")
          .in(Container.CSV, Container.XLSX)
          .laidOut(Layout.described(ORDER_ID))
          .required(ORDER_ID + " | Order ID", "ID Sku | SKU ID", KIND + " | Content Type")
          .kept(
              "ID Produk | Product ID",
              "Produk | Product",
              "SKU",
              "Penjual Sku | Seller Sku",
              "Harga | Price",
              "Payment Amount",
              "Mata Uang | Currency",
              "Kuantitas | Quantity",
              "Metode Pembayaran | Payment Method",
              "Status Pesanan | Order Status",
              "ID Konten | Content ID",
              "commission model",
              "Persentase komisi standar | Standard commission rate",
              "Est. Acuan Komisi | Est. Commission Base",
              "Perkiraan pembayaran komisi standar | Est. standard commission payment",
              "Acuan Komisi Aktual | Actual Commission Base",
              "Pembayaran Komisi Aktual | Actual Commission Payment",
              "Waktu Dibuat | Time Created",
              "Waktu Pembayaran | Payment Time",
              "Order Delivery Time",
              "Waktu Komisi Dibayar | Commission Paid Time",
              "Platform")
          .identifiers("Nama pengguna kreator | Creator Username")
          .field("attribution_id", Mapping.columns(ORDER_ID, "ID Sku"))
          .field("order_id", Mapping.column(ORDER_ID))
          .field("platform", Mapping.constant("tiktok"))
          .field(
              "content_kind",
              Mapping.column(KIND)
                  .recoded(
                      Map.of(
                          "Siaran LIVE*", "live",
                          "LIVE*", "live",
                          "Live*", "live",
                          "Video*", "video",
                          "Short video*", "video",
                          "*", "other")))
          .field("content_id", Mapping.column("ID Konten"))
          .field("author_id", Mapping.column("Nama pengguna kreator"))
          .build();

  private TiktokAffiliate() {}
}
