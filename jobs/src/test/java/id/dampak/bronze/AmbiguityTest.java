package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.StudyText;
import id.dampak.error.DampakException;
import id.dampak.privacy.PersonalData;
import id.dampak.study.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could be read in two ways is refused with both readings; what could not is left alone. */
class AmbiguityTest {
  private static final String HEADER = "transaction_id,merchant_id,occurred_at,amount\n";

  @TempDir Path folder;

  @Test
  void aDateThatMeansTwoDaysStopsItsFile() throws IOException {
    refused(
        input(""),
        HEADER + "1,a,30/08/2025,10\n2,a,03/04/2025 10:00,10\n",
        "\"occurred_at\" is \"03/04/2025 10:00\" in row 2",
        "2025-04-03 if dd/MM/yyyy, 2025-03-04 if MM/dd/yyyy",
        "date_format:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-08-30", "30/08/2025", "05/05/2025", "soon", "13.13.2025"})
  void aDateThatMeansOneDayOrNoneIsForTheTyping(String date) throws IOException {
    inspect(input(""), HEADER + "1,a," + date + ",10\n");
  }

  @Test
  void anAmountThatMeansTwoNumbersStopsItsFile() throws IOException {
    refused(
        input(""),
        HEADER + "1,a,2025-08-30,1500\n2,a,2025-08-30,1.500\n",
        "\"amount\" is \"1.500\" in row 2",
        "1500 if indonesian",
        "1.500 if english",
        "numbers:");
    refused(
        input(""), HEADER + "1,a,2025-08-30,\"Rp1,500\"\n", "1.500 if indonesian, 1500 if english");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1500", "1500.50", "0.125", "1500.500", "-5", "ten", "1.5", "\"1,50\""})
  void anAmountThatMeansOneNumberOrNoneIsForTheTyping(String amount) throws IOException {
    inspect(input(""), HEADER + "1,a,2025-08-30," + amount + "\n");
  }

  @Test
  void aDeclarationSettlesIt() throws IOException {
    String text = HEADER + "1,a,03/04/2025,1.500\n";
    inspect(input("date_format: MM/dd/yyyy, numbers: indonesian,"), text);
    refused(input("date_format: MM/dd/yyyy,"), text, "numbers:");
    refused(input("numbers: plain,"), text, "date_format:");
  }

  @Test
  void columnsThatNoFieldComesFromMayBeWrittenAsTheyLike() throws IOException {
    inspect(
        input(""), "transaction_id,merchant_id,occurred_at,amount,note\n1,a,2025-08-30,10,1.500\n");
  }

  /** Files of some formats are written in either order: one that happens to be clear is no rule. */
  @Test
  void aFormatWhoseFilesDifferMustHaveItsDatesDeclared() throws IOException {
    String header =
        String.join(
            ",",
            Input.Format.TIKTOK_ORDERS.declaration().required().stream()
                .map(column -> column.name())
                .toList());
    String row = "\n" + header.replace("Created Time", "30/08/2025 10:00:00") + "\n";
    String keys =
        "{orders: {format: tiktok_orders, files: [], %s columns: {merchant_id: {constant: a}}}}";
    Path file =
        Files.writeString(folder.resolve("orders.csv"), header + row.replace("Order ID", "1"));

    assertThat(refusal(only(keys.formatted("")), file).getMessage())
        .contains("How the file " + file, "2025-08-30 if dd/MM/yyyy HH:mm:ss", "MM/dd/yyyy");
    inspect(only(keys.formatted("date_format: dd/MM/yyyy HH:mm:ss,")), file);
  }

  @Test
  void aColumnOfTheFormatThatIsRenamedIsNamedWithWhatItLooksLike() throws IOException {
    String header =
        String.join(
            ",",
            Input.Format.SHOPEE_AFFILIATE.declaration().required().stream()
                .map(column -> column.name().replace("Tipe Pesanan", "Tipe Pesanann"))
                .toList());
    Path file = Files.writeString(folder.resolve("a.csv"), header + "\n");

    assertThat(refusal(only("{a: {format: shopee_affiliate, files: []}}"), file).getMessage())
        .contains("lacks the column \"Tipe Pesanan\"", "\"Tipe Pesanann\" looks like it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"annual_sales", "capital"})
  void aFigureOfSizeThatMeansTwoNumbersStopsItsFile(String figure) throws IOException {
    String file = "merchant_id,region," + figure + "\n1,Bali,1.500\n";
    refused(
        only("{orders: {table: merchant, format: csv, files: []}}"),
        file,
        "\"" + figure + "\" is \"1.500\" in row 1",
        "numbers:");
    inspect(only("{orders: {table: merchant, format: csv, numbers: indonesian, files: []}}"), file);
  }

  @Test
  void aDayOfOpeningThatMeansTwoStopsItsFile() throws IOException {
    refused(
        only("{orders: {table: merchant, format: csv, files: []}}"),
        "merchant_id,region,opened_on\n1,Bali,03/04/2020\n",
        "\"opened_on\" is \"03/04/2020\" in row 1",
        "date_format:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordered_start_at", "ordered_end_at", "withdrawn_at"})
  void aMomentOfAnOrderThatMeansTwoStopsItsFile(String moment) throws IOException {
    refused(
        only("{orders: {table: suspension, format: csv, files: []}}"),
        "event_id,platform,feature,country,started_at,"
            + moment
            + "\n1,TikTok,LIVE,Indonesia,2025-08-30,03/04/2025\n",
        "\"" + moment + "\" is \"03/04/2025\" in row 1",
        "date_format:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start_date", "end_date"})
  void aDayOfTheRegistryThatMeansTwoStopsItsFileAndItsOwnFormLands(String column)
      throws IOException {
    Input stop = only("{orders: {table: suspension, format: stop, files: []}}");
    List<String> names =
        stop.format().declaration().required().stream().map(known -> known.name()).toList();
    String header = String.join(",", names) + "\n";
    String before = ",".repeat(names.indexOf(column));
    String after = ",".repeat(names.size() - 1 - names.indexOf(column)) + "\n";
    inspect(stop, header + before + "2025-08-29 00:00:00" + after + before + after);
    refused(
        stop,
        header + before + "03/04/2025" + after,
        "\"" + column + "\" is \"03/04/2025\" in row 1",
        "date_format:");
  }

  private void refused(Input input, String text, String... says) throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"), text);
    assertThat(refusal(input, file).getMessage()).contains(says).contains(file.toString());
  }

  private static DampakException refusal(Input input, Path file) {
    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> inspect(input, file));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private void inspect(Input input, String text) throws IOException {
    inspect(input, Files.writeString(folder.resolve("orders.csv"), text));
  }

  private static void inspect(Input input, Path path) {
    TextFiles.inspect(
        input,
        new SourceFile(input.name(), path.toString(), "0"),
        id.dampak.silver.RequiredColumns.of(input),
        new Redaction(PersonalData.of(input), Optional.empty()));
  }

  private static Input input(String keys) {
    return only("{orders: {table: transaction, format: csv, " + keys + " files: []}}");
  }

  private static Input only(String inputs) {
    return StudyText.daily().with("inputs", inputs).read().inputs().get(0);
  }
}
