package id.dampak.format;

import static java.util.Map.entry;

import id.dampak.contract.Transaction;
import java.util.Map;

/**
 * The order export of Tokopedia before it merged with TikTok Shop: a report with its title, shop
 * and period above the table. A row is a product of an invoice.
 */
public final class TokopediaOrders {
  private static final int LINES_ABOVE = 4;
  private static final String INVOICE = "Nomor Invoice";
  private static final String QUANTITY = "Jumlah Produk Dibeli";
  private static final String LIST_PRICE = "Harga Awal (IDR)";
  private static final String PRICE = "Harga Jual (IDR)";

  private static final Map<String, String> STATUSES =
      Map.ofEntries(
          entry("Transaksi selesai*", "completed"),
          entry("Pesanan selesai*", "completed"),
          entry("Selesai*", "completed"),
          entry("Pesanan tiba*", "completed"),
          entry("Pesanan dikirim*", "completed"),
          entry("Pesanan dalam pengiriman*", "completed"),
          entry("Pesanan diproses*", "completed"),
          entry("Menunggu pembayaran*", "pending"),
          entry("Pesanan dibatalkan*", "cancelled"),
          entry("Dibatalkan*", "cancelled"),
          entry("Pesanan ditolak*", "cancelled"),
          entry("Dana dikembalikan*", "returned"),
          entry("Pesanan dikomplain*", "completed"));

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Transaction.TABLE,
              "Orders of a shop on Tokopedia before it merged with TikTok Shop, a row per product of an"
                  + " invoice, header on row 5")
          .in(Container.CSV, Container.XLSX)
          .laidOut(Layout.below(LINES_ABOVE))
          .required(
              INVOICE,
              "Tanggal Pembayaran",
              "Status Terakhir",
              "Nomor SKU",
              "Nama Produk",
              QUANTITY,
              LIST_PRICE,
              PRICE)
          .kept(
              "Tanggal Pesanan Selesai",
              "Tanggal Pengiriman Barang",
              "Jumlah Subsidi Tokopedia (IDR)",
              "Nilai Kupon Toko Terpakai (IDR)",
              "Nama Kurir",
              "Provinsi",
              "Kota")
          .personal(
              "No Resi / Kode Booking", "Nama Penerima", "No Telp Penerima", "Alamat Pengiriman")
          .dates("dd-MM-yyyy HH:mm:ss", "dd/MM/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm:ss")
          .field(
              "transaction_id",
              Mapping.columns(INVOICE, "Nomor SKU", "Nama Produk")
                  .withBlanks()
                  .toldApartBy(QUANTITY, LIST_PRICE, PRICE))
          .field("order_id", Mapping.column(INVOICE))
          .field("occurred_at", Mapping.column("Tanggal Pembayaran"))
          .field(
              "updated_at",
              Mapping.columns(
                  "Tanggal Pembayaran", "Tanggal Pengiriman Barang", "Tanggal Pesanan Selesai"))
          .field("channel", Mapping.constant("tokopedia"))
          .field("status", Mapping.column("Status Terakhir").recoded(STATUSES))
          .field("amount", Mapping.column(PRICE).times(QUANTITY))
          .field("gross_amount", Mapping.column(LIST_PRICE).times(QUANTITY))
          .build();

  private TokopediaOrders() {}
}
