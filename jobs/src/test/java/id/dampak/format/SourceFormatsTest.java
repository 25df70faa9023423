package id.dampak.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.contract.Attribution;
import id.dampak.contract.Transaction;
import id.dampak.format.SourceColumn.Handling;
import id.dampak.study.Fields;
import id.dampak.study.Input.Format;
import id.dampak.study.Input.Target;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceFormatsTest {

  @ParameterizedTest
  @EnumSource(Format.class)
  void noColumnGoesByTwoNames(Format format) {
    List<SourceColumn> columns = format.declaration().columns();

    assertThat(columns)
        .allSatisfy(
            column ->
                assertThat(column.spellings())
                    .allSatisfy(
                        name -> assertThat(format.declaration().column(name)).contains(column)));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aMappingFillsFieldsOfItsTargetFromColumnsThatLand(Format format) {
    SourceFormat declaration = format.declaration();
    declaration
        .target()
        .ifPresent(
            table -> {
              Target target = Target.valueOf(table.name().toUpperCase(Locale.ROOT));
              assertThat(Fields.all(target)).containsAll(declaration.fields().keySet());
            });

    assertThat(declaration.fields().values())
        .allSatisfy(
            mapping -> assertThat(mapping.reads()).noneMatch(declaration.personal()::contains));
  }

  @Test
  void aSellerExportOfTiktokHasSixtyFiveColumns() {
    assertThat(TiktokOrders.FORMAT.columns()).hasSize(65);
  }

  @Test
  void whatTellsAboutAPersonNeverLandsAndWhoMadeAContentIsAPseudonym() {
    assertThat(TiktokOrders.FORMAT.personal())
        .contains("Recipient", "Phone #", "Detail Address", "Buyer Username", "Tracking ID");
    assertThat(ShopeeOrders.FORMAT.personal())
        .contains("Nama Penerima", "No. Telepon", "Alamat Pengiriman", "Username (Pembeli)");
    assertThat(TiktokAffiliate.FORMAT.identifiers()).containsExactly("Nama pengguna kreator");
    // In any format, a column that is called like one of these is not kept as it is.
    assertThat(
            Arrays.stream(Format.values())
                .filter(format -> format != Format.STOP) // of events, phone calls among them
                .flatMap(format -> format.declaration().columns().stream())
                .filter(column -> column.handling() == Handling.KEPT)
                .flatMap(column -> column.spellings().stream()))
        .noneMatch(
            name ->
                name.toLowerCase(Locale.ROOT)
                    .matches(
                        ".*(penerima|recipient|receiver|telp|telepon|phone|alamat|address|username"
                            + "|pengguna|resi|tracking|zipcode|email).*"));
  }

  @Test
  void aColumnIsFoundByAnyOfItsNamesWhateverTheCurrencyBehindIt() {
    assertThat(names(ShopeeOrders.FORMAT, "Total Discount(PHP)", "Total Discount (IDR)"))
        .containsExactly("Total Diskon", "Total Discount (IDR)");
    assertThat(names(ShopeeOrders.FORMAT, "order id", " Tracking  Number* ", "Loyalty Tier"))
        .containsExactly("No. Pesanan", "No. Resi", "Loyalty Tier");
    assertThat(names(ShopeeOrders.FORMAT, "Price Discount(from Seller)(PHP)"))
        .containsExactly("Diskon Dari Penjual");
  }

  @Test
  void ofTwoNamesForOneColumnTheFirstCountsButNothingPersonalSlipsThrough() {
    assertThat(names(ShopeeOrders.FORMAT, "Subtotal Pesanan", "Total Harga Produk"))
        .containsExactly("Subtotal Pesanan", "Total Harga Produk");
    assertThat(names(ShopeeOrders.FORMAT, "No. Telepon", "Phone Number"))
        .containsExactly("No. Telepon", "No. Telepon");
  }

  @Test
  void aDeclarationThatContradictsItselfIsRefused() {
    assertThatThrownBy(
            () -> SourceFormat.of(Transaction.TABLE, "X").required("a").kept("a").build())
        .hasMessage("a is declared twice");
    assertThatThrownBy(
            () ->
                SourceFormat.of(Attribution.TABLE, "X")
                    .required("a")
                    .field("order_id", Mapping.column("b"))
                    .build())
        .hasMessage("order_id reads unknown b");
  }

  @ParameterizedTest
  @CsvSource({
    "1.500,    1.500, 1500, 1.500",
    "'1,500',  ,      1.500, 1500",
    "'1.500,5', ,     1500.5, ",
    "1500,     1500,  1500, 1500",
    "Rp12.000, 12.000, 12000, 12.000",
    "1.50,     1.50,  , 1.50",
    "ten, , , ",
  })
  void aNumberMeansWhatItsStyleSays(
      String text, BigDecimal plain, BigDecimal indonesian, BigDecimal english) {
    assertThat(NumberStyle.PLAIN.read(text).orElse(null)).isEqualTo(plain);
    assertThat(NumberStyle.INDONESIAN.read(text).orElse(null)).isEqualTo(indonesian);
    assertThat(NumberStyle.ENGLISH.read(text).orElse(null)).isEqualTo(english);
  }

  private static List<String> names(SourceFormat format, String... header) {
    return format.names(List.of(header));
  }
}
