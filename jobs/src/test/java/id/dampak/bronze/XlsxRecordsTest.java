package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.bronze.CellNumber.Calendar;
import id.dampak.bronze.CellStyles.Meaning;
import id.dampak.error.DampakException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxRecordsTest {
  @TempDir Path folder;

  @Test
  void aSheetIsReadByItsNameAndElseTheFirstThatIsNotHidden() {
    Path path = new ExcelFile().sheet(text("A1", "first")).write(folder.resolve("a.xlsx"));
    assertThat(read(path, Optional.empty())).containsExactly(List.of("first"));
    assertThat(read(path, Optional.of("OrderSKUList"))).containsExactly(List.of("second"));
    assertThat(read(path, Optional.of("Cover"))).containsExactly(List.of("hidden"));
    assertThatThrownBy(() -> read(path, Optional.of("Pesanan")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("has no sheet \"Pesanan\"; it has Orders, OrderSKUList, Cover");
  }

  @Test
  void everyKindOfCellIsTheTextOfACsvExport() {
    Path path =
        new ExcelFile()
            .sharedTexts(
                "<si><t>Selesai</t></si><si><r><t>Kota </t></r><r><rPr><b/></rPr><t>Bandung</t></r>"
                    + "<rPh sb=\"0\" eb=\"1\"><t>no part</t></rPh></si><si><t>5771_x0009_</t></si>")
            .sheet(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
                    + "<c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"F1\"><f>A2*2</f><v>3.50</v></c>"
                    + "<c r=\"G1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a&lt;b </t></is></c>"
                    + "<c r=\"H1\" t=\"d\"><v>2025-08-30T20:40:00</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    assertThat(read(path))
        .containsExactly(
            List.of(
                "Selesai",
                "Kota Bandung",
                "5771\t",
                "TRUE",
                "#N/A",
                "3.5",
                " a<b ",
                "2025-08-30T20:40:00"));
  }

  @Test
  void cellsStandWhereTheirReferencesSayAndEmptyRowsAreLeftOut() {
    Path path =
        new ExcelFile()
            .sheet(
                "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"AA2\"><v>2</v></c><c r=\"AB2\"/></row>"
                    + "<row r=\"3\"><c r=\"A3\" s=\"0\"/></row><row r=\"9\"/>"
                    + "<row><c><v>3</v></c><c/><c><v>4</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    List<List<String>> rows = read(path);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).hasSize(27).startsWith("", "1", "").endsWith("", "2");
    assertThat(rows.get(1)).containsExactly("3", "", "4");
  }

  @Test
  void aNumberIsADateWhereItsFormatSaysSo() {
    Path path =
        new ExcelFile()
            .formats("General", "dd/mm/yyyy hh:mm:ss", "d-mmm-yy", "&quot;Rp&quot;#,##0", "hh:mm")
            .sheet(
                "<row><c s=\"0\"><v>45899</v></c><c s=\"1\"><v>45899.861111111109</v></c>"
                    + "<c s=\"2\"><v>45899</v></c><c s=\"3\"><v>45899</v></c>"
                    + "<c s=\"4\"><v>0.86111111111111105</v></c></row>")
            .write(folder.resolve("a.xlsx"));
    // Day 45,899 is 30 August 2025, and 0.8611 of a day are 20 hours and 40 minutes.
    assertThat(read(path))
        .containsExactly(
            List.of("45899", "2025-08-30 20:40:00", "2025-08-30", "45899", "20:40:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "577123456789012345, 577123456789012345", // an identifier that another program wrote in full
    "5.7712345678901E+17, 577123456789010000",
    "1.23E-2, 0.0123",
    "0.30000000000000004, 0.3",
    "150000.0, 150000",
    "-0, 0",
    "12.5, 12.5",
    "1.125, 1.1250" // and not 1.125, which another country reads as more than a thousand
  })
  void numbersHaveNoExponentAndNoNoise(String cell, String text) {
    assertThat(CellNumber.text(cell, Meaning.NUMBER, Calendar.FROM_1900)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, FROM_1900, 1900-01-01",
    "59, FROM_1900, 1900-02-28",
    "61, FROM_1900, 1900-03-01",
    "0, FROM_1904, 1904-01-01",
    "2958465, FROM_1900, 9999-12-31"
  })
  void daysCountFromTheStartOfTheCalendar(String cell, Calendar calendar, String day) {
    assertThat(CellNumber.text(cell, Meaning.DATE, calendar)).contains(day);
  }

  @ParameterizedTest
  @CsvSource({"60", "-1", "2958466", "1E+99", "1E-999999999", "1E+999999999", "NaN", "x"})
  void whatIsNoDayIsNotMadeOne(String cell) {
    assertThat(CellNumber.text(cell, Meaning.DATE, Calendar.FROM_1900)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy\\-mm\\-dd | DATE",
        "[$-421]dd mmmm yyyy;@ | DATE",
        "mmm-yy | DATE",
        "m/d/yy h:mm AM/PM | DATE_AND_TIME",
        "[h]:mm:ss | TIME",
        "mm:ss.0 | TIME",
        "#,##0.00_);[Red]\\(#,##0.00\\) | NUMBER",
        "0.00E+00 | NUMBER",
        "_-[$Rp-421]* #,##0_- | NUMBER",
        "#,##0\" hari\" | NUMBER",
        "General | NUMBER",
        "@ | NUMBER"
      })
  void aFormatTellsWhatANumberMeans(String code, Meaning meaning) {
    assertThat(CellStyles.meaning(code)).isEqualTo(meaning);
  }

  static String text(String reference, String text) {
    return "<row><c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c></row>"
        .formatted(reference, text);
  }

  static List<List<String>> read(Path path) {
    return read(path, Optional.empty());
  }

  private static List<List<String>> read(Path path, Optional<String> sheet) {
    SourceFile file = new SourceFile("orders", path.toString(), "0");
    try (XlsxRecords records = XlsxRecords.of(file, sheet)) {
      List<List<String>> all = new ArrayList<>();
      records.forEachRemaining(all::add);
      return all;
    }
  }
}
