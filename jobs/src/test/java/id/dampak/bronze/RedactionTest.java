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
  void whatAFormatDeclaresIsDroppedEvenWhereItsNameSaysNothing() {
    PersonalData data =
        PersonalData.of(input("columns: {merchant_id: shop}"))
            .and(List.of("Kolom 7"), Map.of("Creator", Subject.AUTHOR));
    Redaction redaction = new Redaction(data, Optional.of(PSEUDONYMS));

    assertThat(redaction.fates(List.of("KOLOM-7", "Creator", "shop", "Kolom 8")))
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

  private List<LandedRow> rows(String keys, String text) {
    return read(redaction(keys), text);
  }

  private List<LandedRow> read(Redaction redaction, String text) {
    try {
      Path file = Files.writeString(folder.resolve("orders.csv"), text);
      List<LandedRow> rows = new ArrayList<>();
      SourceFile source = new SourceFile("orders", file.toString(), "hash");
      try (RowReader reader =
          redaction.over(RowReaders.of(input("delivery: snapshot")).open(source))) {
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
