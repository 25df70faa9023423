package id.dampak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalColumnsTest {
  /** Headers of exports of marketplaces, as sellers get them. */
  private static final List<String> PERSONAL =
      List.of(
          "Buyer Message, Buyer Username, Recipient, Phone #, Zipcode, Districts, Villages",
          "Detail Address, Additional address information, Seller Note, Tracking ID, Creator"
              + " Handle",
          "No. Resi, Catatan dari Pembeli, Catatan, Username (Pembeli), Nama Penerima, No. Telepon",
          "Alamat Pengiriman, No Resi / Kode Booking, No Telp Penerima, Tracking Number*",
          "Username (Buyer), Nama pengguna kreator, Nama Affiliate, Username Affiliate, Nama toko",
          "ID Toko, qr_string, e-mail, NIK, npwp, tanggal_lahir, namaPenerima, customer, Nama");

  private static final List<String> BUSINESS =
      List.of(
          "Order ID, Order Status, SKU ID, Product Name, Variation, Quantity, Order Amount",
          "Buyer Service Fee, Shipping Provider Name, Warehouse Name, Payment Method, Province",
          "Regency and City, Purchase Channel, No. Pesanan, Nama Produk, Nama Variasi, Jumlah",
          "Ongkos Kirim Dibayar oleh Pembeli, Voucher Ditanggung Penjual, Kota/Kabupaten, Provinsi",
          "Waktu Pesanan Dibuat, Nama Kurir, Diskon Kartu Kredit, transaction_id, gross_amount",
          "Pembayaran oleh pembeli, Jenis Konten, GMV LIVE Afiliasi, Harga Awal, county, zip");

  @Test
  void theNamesOfPersonsAndOfWhatLeadsToThemAreKnownInBothLanguages() {
    assertThat(columns(PERSONAL)).allMatch(PersonalColumns::looksPersonal);
  }

  @Test
  void whatTheTradeIsAboutIsNotTakenForPersonal() {
    assertThat(columns(BUSINESS)).noneMatch(PersonalColumns::looksPersonal);
  }

  @Test
  void caseSignsAndAccentsOfANameDoNotCount() {
    assertThat(PersonalColumns.normalised("  No.Télépon\t#")).isEqualTo("no telepon");
    assertThat(PersonalColumns.normalised("NAMA_PENERIMA")).isEqualTo("nama penerima");
    assertThat(PersonalColumns.normalised("namaPenerima")).isEqualTo("nama penerima");
  }

  @Test
  void aFirstRowOfDataIsNotShownInAMessage() {
    List<String> header = List.of("Order ID", "Jumlah 2025", "Kolom 12");

    assertThat(PersonalColumns.shown(header)).isEqualTo(header);
    assertThat(PersonalColumns.shown(List.of("A-1", "Siti", "081298765432")))
        .containsExactly("a first row that looks like data and is not shown");
    assertThat(PersonalColumns.shown(List.of("A-1", "Siti", "2025-08-30"))).doesNotContain("Siti");
  }

  private static List<String> columns(List<String> lines) {
    return lines.stream().flatMap(line -> List.of(line.split(", ")).stream()).toList();
  }
}
