package id.dampak.format;

import static java.util.Map.entry;

import id.dampak.contract.Transaction;
import java.util.Map;

/**
 * The order export of Shopee Seller Centre, with Indonesian or English headers. A row is a product
 * of an order; vouchers, shipping and {@code Total Pembayaran} are the order's and stand in each of
 * its rows again, so that they are not read. Lines have no key of their own: a product is told by
 * its references and names, some of which sellers leave blank.
 */
public final class ShopeeOrders {
  private static final String ORDER_ID = "No. Pesanan";
  private static final String LIST_PRICE = "Harga Awal";
  private static final String PRICE = "Harga Setelah Diskon";
  private static final String QUANTITY = "Jumlah";
  private static final String SUBTOTAL = "Subtotal Pesanan";

  private static final Map<String, String> STATUSES =
      Map.ofEntries(
          entry("Selesai*", "completed"),
          entry("Completed*", "completed"),
          entry("Sedang Dikirim*", "completed"),
          entry("Telah Dikirim*", "completed"),
          entry("Dikirim*", "completed"),
          entry("Perlu Dikirim*", "completed"),
          entry("Shipping*", "completed"),
          entry("Shipped*", "completed"),
          entry("Delivered*", "completed"),
          entry("To Ship*", "completed"),
          // Received, and still returnable until a day that the text names: a sale until it is.
          entry("Pesanan diterima*", "completed"),
          entry("Order Received*", "completed"),
          entry("Belum Bayar*", "pending"),
          entry("Unpaid*", "pending"),
          entry("Batal*", "cancelled"),
          entry("Dibatalkan*", "cancelled"),
          entry("Cancel*", "cancelled"),
          entry("Pengembalian*", "returned"),
          entry("Return*", "returned"));

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Transaction.TABLE,
              "Orders of a shop on Shopee (Seller Centre), a row per product of an order, headers in"
                  + " Indonesian or English")
          .in(Container.CSV, Container.XLSX)
          .required(
              ORDER_ID + " | Order ID",
              "Status Pesanan | Order Status",
              "Waktu Pesanan Dibuat | Order Creation Date",
              "Nama Produk | Product Name",
              "Nomor Referensi SKU | SKU Reference No.",
              "Nama Variasi | Variation Name",
              LIST_PRICE + " | Original Price",
              PRICE + " | Deal Price",
              QUANTITY + " | Quantity",
              "Returned quantity",
              SUBTOTAL + " | Total Harga Produk | Product Subtotal",
              "Total Diskon | Total Discount")
          .kept(
              "Alasan Pembatalan | Cancel reason",
              "Status Pembatalan/ Pengembalian | Return / Refund Status",
              "Opsi Pengiriman | Shipping Option",
              "Antar ke counter/ pick-up",
              "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan) | Estimated Ship Out Date",
              "Waktu Pengiriman Diatur | Ship Time",
              "Waktu Pembayaran Dilakukan | Order Paid Time",
              "Tipe Pesanan",
              "Metode Pembayaran",
              "SKU Induk | Parent SKU Reference No.",
              "Diskon Dari Penjual | Price Discount(from Seller)",
              "Diskon Dari Shopee | Shopee Rebate",
              "Berat Produk",
              "Jumlah Produk di Pesan",
              "Total Berat",
              "Voucher Ditanggung Penjual | Seller Voucher",
              "Cashback Koin",
              "Voucher Ditanggung Shopee | Shopee Voucher",
              "Paket Diskon",
              "Paket Diskon (Diskon dari Shopee)",
              "Paket Diskon (Diskon dari Penjual)",
              "Potongan Koin Shopee",
              "Diskon Kartu Kredit",
              "Ongkos Kirim Dibayar oleh Pembeli | Buyer Paid Shipping Fee",
              "Estimasi Potongan Biaya Pengiriman",
              "Ongkos Kirim Pengembalian Barang",
              "Total Pembayaran | Grand Total",
              "Products' Price Paid by Buyer",
              "Perkiraan Ongkos Kirim",
              "Kota/Kabupaten",
              "Provinsi",
              "Waktu Pesanan Selesai")
          .personal(
              "No. Resi | Tracking Number",
              "Catatan dari Pembeli",
              "Catatan",
              "Username (Pembeli) | Username (Buyer)",
              "Nama Penerima | Receiver Name",
              "No. Telepon | Phone Number",
              "Alamat Pengiriman | Delivery Address")
          .field(
              "transaction_id",
              Mapping.columns(ORDER_ID, "Nomor Referensi SKU", "Nama Produk", "Nama Variasi")
                  .withBlanks()
                  .toldApartBy(QUANTITY, LIST_PRICE, PRICE))
          .field("order_id", Mapping.column(ORDER_ID))
          .field("occurred_at", Mapping.column("Waktu Pesanan Dibuat"))
          .field(
              "updated_at",
              Mapping.columns(
                  "Waktu Pesanan Dibuat",
                  "Waktu Pembayaran Dilakukan",
                  "Waktu Pengiriman Diatur",
                  "Waktu Pesanan Selesai"))
          .field("channel", Mapping.constant("shopee"))
          .field("status", Mapping.column("Status Pesanan").recoded(STATUSES))
          .field("amount", Mapping.column(SUBTOTAL).less("refund_amount"))
          .field("gross_amount", Mapping.column(LIST_PRICE).times(QUANTITY))
          .field("discount_amount", Mapping.column("Total Diskon"))
          .field("refund_amount", Mapping.column(PRICE).times("Returned quantity"))
          .build();

  private ShopeeOrders() {}
}
