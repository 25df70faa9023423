package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenFieldsTest {
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(PseudonymKey.random());
  private static final String MELATI = PSEUDONYMS.of(Subject.MERCHANT, "toko-melati");
  private static final String MERCHANT = Landed.given("merchant_id");
  private static final String BY_NAME = "merchant_id: {file_name: '(.+)_[0-9-]+[.]csv'}";

  @Test
  void aConstantHasThePseudonymThatTheSameMerchantHasInAColumn() {
    GivenFields given = given("merchant_id: {constant: toko-melati}");

    assertThat(given.of(file("orders.csv"))).isEqualTo(Map.of(MERCHANT, MELATI));
  }

  @Test
  void anAuthorHasThePseudonymOfAnAuthor() {
    Input affiliates =
        StudyText.daily()
            .with(
                "inputs",
                "{orders: {table: transaction, format: csv, files: []},"
                    + " affiliates: {table: attribution, format: csv, files: [],"
                    + " columns: {author_id: {constant: budi}}},"
                    + " registry: {table: suspension, format: csv, files: []}}")
            .read()
            .inputs()
            .get(1);

    assertThat(GivenFields.of(affiliates, Optional.of(PSEUDONYMS)).of(file("orders.csv")))
        .isEqualTo(Map.of(Landed.given("author_id"), PSEUDONYMS.of(Subject.AUTHOR, "budi")));
  }

  @Test
  void whatTheNameOfAFileSaysIsReadFromTheNameWhereItLies() {
    SourceFile file = file("toko-melati_2025-08.csv");

    assertThat(given(BY_NAME).of(file)).isEqualTo(Map.of(MERCHANT, MELATI));
    assertThat(given(BY_NAME).of(file.landingAs(MELATI + "_2025-08.csv")))
        .isEqualTo(Map.of(MERCHANT, MELATI));
  }

  @Test
  void whatElseTheNameSaysIsReadBeforeItIsAnother() {
    GivenFields given =
        given(
            "merchant_id: {file_name: '([a-z-]+)_[0-9]+[.]csv'},"
                + " region: {file_name: '[a-z-]+_([0-9]+)[.]csv'}");

    assertThat(given.of(file("toko-melati_51.csv")))
        .isEqualTo(Map.of(MERCHANT, MELATI, Landed.given("region"), "51"));
  }

  @Test
  void aNameThatSaysNoMerchantGivesNone() {
    assertThat(given(BY_NAME).of(file("rekap.csv"))).isEqualTo(Map.of(MERCHANT, ""));
  }

  @Test
  void nothingIsGivenWhereMerchantsHaveAColumnOrStayAsTheyAre() {
    assertThat(given("merchant_id: shop").of(file("a_1.csv"))).isEmpty();
    assertThat(GivenFields.of(input(BY_NAME), Optional.empty()).of(file("a_1.csv"))).isEmpty();
    assertThat(given("merchant_id: shop").mark()).isEmpty();
  }

  @Test
  void theMarkTellsDeclarationsApartAndGivesNoneAway() {
    String mark = given("merchant_id: {constant: toko-melati}").mark();

    assertThat(mark)
        .isEqualTo(given("merchant_id: {constant: toko-melati}").mark())
        .isNotEqualTo(given("merchant_id: {constant: toko-mawar}").mark())
        .isNotEqualTo(given(BY_NAME).mark())
        .doesNotContain("melati");
  }

  private static GivenFields given(String columns) {
    return GivenFields.of(input(columns), Optional.of(PSEUDONYMS));
  }

  private static Input input(String columns) {
    return StudyText.daily().orders("columns: {" + columns + "}").read().inputs().get(0);
  }

  private static SourceFile file(String name) {
    return new SourceFile("orders", "in/" + name, "hash");
  }
}
