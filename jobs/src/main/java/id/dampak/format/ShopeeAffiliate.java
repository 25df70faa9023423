package id.dampak.format;

import id.dampak.contract.Attribution;
import java.util.Map;

/** The affiliate order export of Shopee: which orders came through Shopee Live or Shopee Video. */
public final class ShopeeAffiliate {
  private static final String ORDER_ID = "Kode Pesanan";

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Attribution.TABLE,
              "Affiliate orders of Shopee, which tell Shopee Live from Shopee Video; joined to orders by id")
          .in(Container.CSV, Container.XLSX)
          .required(ORDER_ID, "ID Model", "Tipe Pesanan")
          .kept(
              "Status Pesanan",
              "Waktu Pesanan",
              "Waktu Pesanan Terverifikasi",
              "Nama Produk",
              "Jenis Promo",
              "Nilai Pembelian(Rp)",
              "Platform",
              "Pengeluaran(Rp)",
              "Waktu Pemotongan")
          .personal("Nama Affiliate")
          .identifiers("Username Affiliate")
          .field("attribution_id", Mapping.columns(ORDER_ID, "ID Model"))
          .field("order_id", Mapping.column(ORDER_ID))
          .field("platform", Mapping.constant("shopee"))
          .field(
              "content_kind",
              Mapping.column("Tipe Pesanan")
                  .recoded(Map.of("Shopee Live*", "live", "Shopee Video*", "video", "*", "other")))
          .field("author_id", Mapping.column("Username Affiliate"))
          .build();

  private ShopeeAffiliate() {}
}
