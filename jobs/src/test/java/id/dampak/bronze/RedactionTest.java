package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(PseudonymKey.random());
  private static final String TOKO = PSEUDONYMS.of(Subject.MERCHANT, "toko");

  @TempDir Path folder;

  @Test
  void personalColumnsGoAndIdentifiersBecomePseudonyms() {
    List<LandedRow> rows =
        rows(
            "columns: {merchant_id: shop}, personal: [Seri], authors: [creator]",
            "shop,creator,seri,No. Telepon,amount\ntoko,sari,s1,0812,5\n");

    assertThat(rows.get(0).fields())
        .isEqualTo(
            Map.of("shop", TOKO, "creator", PSEUDONYMS.of(Subject.AUTHOR, "sari"), "amount", "5"));
  }

  @Test
  void aColumnThatAFieldComesFromIsKeptWhateverItIsCalled() {
    assertThat(redaction("columns: {channel: Catatan}").fate("Catatan")).isEqualTo(Fate.KEPT);
    assertThat(redaction("columns: {channel: kanal}").fate("Catatan"))
        .isEqualTo(Fate.DROPPED_BY_NAME);
  }

  @Test
  void whoMadeAnAttributedSaleIsAPseudonymWhicheverColumnSaysSo() {
    Input affiliates =
        StudyText.daily()
            .with(
                "inputs",
                "{orders: {table: transaction, format: csv, files: []}, affiliates: {table:"
                    + " attribution, format: csv, files: [], columns: {author_id: kreator}}}")
            .read()
            .inputs()
            .stream()
            .filter(input -> input.name().equals("affiliates"))
            .findFirst()
            .orElseThrow();
    Redaction redaction = new Redaction(PersonalData.of(affiliates), Optional.of(PSEUDONYMS));

    assertThat(redaction.fate("kreator")).isEqualTo(Fate.AUTHOR);
  }

  @Test
  void whatAFormatDeclaresIsDroppedEvenWhereItsNameSaysNothing() {
    PersonalData data =
        PersonalData.of(input("columns: {merchant_id: shop}"))
            .and(List.of("Kolom 7"), Map.of("Creator", Subject.AUTHOR));
    Redaction redaction = new Redaction(data, Optional.of(PSEUDONYMS));

    assertThat(redaction.fates(List.of("KOLOM-7", "Creator", "shop", "Kolom 8"), Map.of()))
        .isEqualTo(
            Map.of(
                "KOLOM-7",
                Fate.DROPPED,
                "Creator",
                Fate.AUTHOR,
                "shop",
                Fate.MERCHANT,
                "Kolom 8",
                Fate.KEPT));
  }

  @Test
  void aKeyOfSeveralColumnsKeepsThePseudonymOfTheMerchantInIt() {
    List<LandedRow> rows =
        rows(
            "columns: {merchant_id: shop, transaction_id: {column: [shop, amount]}}",
            "shop,amount\ntoko,5\n");

    assertThat(rows.get(0).fields()).isEqualTo(Map.of("shop", TOKO, "amount", "5"));
  }

  /** An address with a comma of its own moves the telephone number under another name. */
  @Test
  void aRowOutOfStepWithItsHeaderLosesAllItsValues() {
    List<LandedRow> rows =
        rows(
            "columns: {merchant_id: shop}",
            "shop,Alamat,Telepon,amount\ntoko,Jalan 1, Bandung,0812,5\ntoko,Jalan 1,0812\n");

    assertThat(rows).allSatisfy(row -> assertThat(row.fields()).isEmpty());
    assertThat(rows.get(0).defect().orElseThrow())
        .startsWith("the row has 5 fields, but the header has 4; what it holds is not kept");
    assertThat(rows.get(1).defect().orElseThrow()).startsWith("the row has 3 fields");
  }

  @Test
  void whereNobodyIsProtectedSuchARowKeepsItsValues() {
    Redaction open =
        new Redaction(PersonalData.of(input("columns: {merchant_id: shop}")), Optional.empty());

    assertThat(read(open, "shop,amount\ntoko,5,6\n").get(0).fields())
        .isEqualTo(Map.of("shop", "toko", "amount", "5", "_extra_3", "6"));
  }

  @Test
  void aDeclaredIdentifierIsFoundHoweverItsHeaderIsSpelt() {
    List<LandedRow> rows =
        rows(
            "columns: {merchant_id: shop}, authors: [Speaker_ID]",
            "shop,speaker id,amount\ntoko,sari,5\n");

    assertThat(rows.get(0).fields())
        .containsEntry("speaker id", PSEUDONYMS.of(Subject.AUTHOR, "sari"));
  }

  @Test
  void whatIsDeclaredOfAnObjectIsDeclaredOfEveryFieldInIt() {
    Redaction redaction = redaction("personal: [pelanggar, surat], authors: [pengisi]");

    assertThat(redaction.fate("pelanggar.kode")).isEqualTo(Fate.DROPPED);
    assertThat(redaction.fate("Pelanggar.rumah.kode")).isEqualTo(Fate.DROPPED);
    assertThat(redaction.fate("kurir.surat")).isEqualTo(Fate.DROPPED);
    assertThat(redaction.fate("pengisi.kode")).isEqualTo(Fate.AUTHOR);
    assertThat(redaction.fate("pelanggaran.kode")).isEqualTo(Fate.KEPT);
  }

  @Test
  void aFieldInAnObjectIsJudgedByEveryNameOnTheWayToIt() {
    Redaction redaction = redaction("columns: {region: toko.provinsi}");

    assertThat(redaction.fate("customer.segmen")).isEqualTo(Fate.DROPPED_BY_NAME);
    assertThat(redaction.fate("profil.handle")).isEqualTo(Fate.DROPPED_BY_NAME);
    assertThat(redaction.fate("toko.provinsi")).isEqualTo(Fate.KEPT);
    assertThat(redaction.fate("barang.jumlah")).isEqualTo(Fate.KEPT);
  }

  @Test
  void aListWithPersonalFieldsIsDroppedAsAWhole() {
    String text =
        """
        {"shop":"toko","barang":[{"sku":"A"}],"kiriman":[{"kurir":"X"}],"tag":["a"]}
        {"shop":"toko","barang":[{"sku":"B"}],"kiriman":[{"untuk":{"nomor":[{"phone":"0812"}]}}]}
        """;
    List<LandedRow> rows = readJson(redaction("columns: {merchant_id: shop}"), text);

    assertThat(rows.get(0).fields())
        .isEqualTo(Map.of("shop", TOKO, "barang", "[{\"sku\":\"A\"}]", "tag", "[\"a\"]"));
    assertThat(rows.get(1).fields()).isEqualTo(Map.of("shop", TOKO, "barang", "[{\"sku\":\"B\"}]"));
    assertThat(readJson(redaction("personal: [kiriman.kurir]"), text).get(1).fields())
        .doesNotContainKey("kiriman");
  }

  /** It may hold anything, and nobody can declare it. */
  @Test
  void aColumnWithoutANameIsDroppedWhereTheSourceHasPersonalColumns() {
    String text = "shop,seri,,amount\ntoko,s1,Siti,5\n";

    assertThat(rows("columns: {merchant_id: shop}, personal: [Seri]", text).get(0).fields())
        .isEqualTo(Map.of("shop", TOKO, "amount", "5"));
    assertThat(rows("columns: {merchant_id: shop}", text).get(0).fields())
        .containsEntry("_extra_3", "Siti");
  }

  @Test
  void aRegistryOfEventsKeepsItsNotes() {
    Input registry =
        StudyText.daily()
            .with(
                "inputs", "{stop: {table: suspension, format: csv, files: [], personal: [teller]}}")
            .read()
            .inputs()
            .get(0);
    PersonalData data = PersonalData.of(registry);

    assertThat(data.fate("notes")).isEqualTo(Fate.KEPT);
    assertThat(data.fate("Teller")).isEqualTo(Fate.DROPPED);
  }

  private List<LandedRow> readJson(Redaction redaction, String text) {
    return read(redaction, "orders.jsonl", text, JsonRows::lines);
  }

  private List<LandedRow> rows(String keys, String text) {
    return read(redaction(keys), text);
  }

  private List<LandedRow> read(Redaction redaction, String text) {
    return read(redaction, "orders.csv", text, RowReaders.of(input("delivery: snapshot"))::open);
  }

  private List<LandedRow> read(
      Redaction redaction, String name, String text, Function<SourceFile, RowReader> opened) {
    try {
      Path file = Files.writeString(folder.resolve(name), text);
      List<LandedRow> rows = new ArrayList<>();
      SourceFile source = new SourceFile("orders", file.toString(), "hash");
      try (RowReader reader = redaction.over(opened.apply(source))) {
        reader.forEachRemaining(rows::add);
      }
      return rows;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Redaction redaction(String keys) {
    return new Redaction(PersonalData.of(input(keys)), Optional.of(PSEUDONYMS));
  }

  private static Input input(String keys) {
    return StudyText.daily().orders(keys).read().inputs().get(0);
  }
}
