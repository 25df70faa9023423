package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageNamesTest {
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(PseudonymKey.random());
  private static final String MELATI = PSEUDONYMS.of(Subject.MERCHANT, "toko-melati");
  private static final List<Input> INPUTS =
      StudyText.daily()
          .with(
              "inputs",
              "{orders: {table: transaction, format: csv, files: [],"
                  + " columns: {merchant_id: {file_name: '(?:.*/)?(.+)_[0-9-]+[.]csv'}}},"
                  + " affiliates: {table: attribution, format: csv, files: [],"
                  + " columns: {author_id: {file_name: '.*[0-9]_by-([a-z]+)[.]csv'}}},"
                  + " registry: {table: suspension, format: csv, files: []}}")
          .read()
          .inputs();

  @Test
  void aFileIsKnownByThePseudonymOfItsMerchantAndReadWhereItLies() {
    SourceFile named = named(0, file("toko-melati_2025-08.csv"));

    assertThat(named.name()).isEqualTo(MELATI + "_2025-08.csv");
    assertThat(named.place()).hasToString("in/toko-melati_2025-08.csv");
  }

  @Test
  void theZipFileAroundItIsNamedSoAsWell() {
    SourceFile entry = new SourceFile("a", "in/toko-melati.zip", "8/toko-melati_8.csv", "hash");

    assertThat(named(0, entry).name()).isEqualTo(MELATI + ".zip!/8/" + MELATI + "_8.csv");
  }

  @Test
  void filesOfOtherInputsThatAreNamedAlikeAreKnownSoAsWell() {
    assertThat(named(1, file("toko-melati_2025-08.csv")).name()).isEqualTo(MELATI + "_2025-08.csv");
    assertThat(named(2, file("registry_2025.csv")).name()).isEqualTo("registry_2025.csv");
  }

  @Test
  void anAuthorIsReplacedAsWell() {
    String budi = PSEUDONYMS.of(Subject.AUTHOR, "budi");

    assertThat(named(1, file("rekap_8_by-budi.csv")).name())
        .isEqualTo("rekap_8_by-" + budi + ".csv");
    assertThat(named(1, file("budi-8_by-budi.csv")).name())
        .isEqualTo(budi + "-8_by-" + budi + ".csv");
  }

  @Test
  void aMerchantAndAnAuthorInOneName() {
    List<Input> both =
        StudyText.daily()
            .with(
                "inputs",
                "{orders: {table: transaction, format: csv, files: [],"
                    + " columns: {merchant_id: {file_name: '([a-z]+)-.*[.]csv'}}},"
                    + " affiliates: {table: attribution, format: csv, files: [],"
                    + " columns: {author_id: {file_name: '[a-z]+-([a-z]+)[.]csv'}}},"
                    + " registry: {table: suspension, format: csv, files: []}}")
            .read()
            .inputs();

    assertThat(
            new LineageNames(both, Optional.of(PSEUDONYMS))
                .of(both.get(1), List.of(file("melati-budi.csv"))))
        .extracting(SourceFile::name)
        .containsExactly(
            PSEUDONYMS.of(Subject.MERCHANT, "melati")
                + "-"
                + PSEUDONYMS.of(Subject.AUTHOR, "budi")
                + ".csv");
  }

  @Test
  void anyOtherNameStays() {
    assertThat(named(0, file("rekap.csv")).name()).isEqualTo("rekap.csv");
    assertThat(
            new LineageNames(INPUTS, Optional.empty())
                .of(INPUTS.get(0), List.of(file("toko-melati_8.csv"))))
        .containsExactly(file("toko-melati_8.csv"));
  }

  private static SourceFile named(int input, SourceFile file) {
    return new LineageNames(INPUTS, Optional.of(PSEUDONYMS))
        .of(INPUTS.get(input), List.of(file))
        .get(0);
  }

  private static SourceFile file(String name) {
    return new SourceFile("orders", "in/" + name, "hash");
  }
}
