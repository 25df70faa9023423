package id.dampak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvincesTest {

  @Test
  void thereAreThirtyEightWithDistinctCodesInBothSystems() {
    assertThat(Provinces.all()).hasSize(38);
    assertThat(Provinces.all()).extracting(Province::kemendagriCode).doesNotHaveDuplicates();
    assertThat(Provinces.all()).extracting(Province::bpsCode).doesNotHaveDuplicates();
  }

  @Test
  void eighteenKeepWesternTwelveCentralAndEightEasternTime() {
    Instant event = Instant.parse("2025-08-30T13:40:00Z");
    Map<ZoneOffset, Long> provinces =
        Provinces.all().stream()
            .collect(
                Collectors.groupingBy(
                    province -> province.zone().getRules().getOffset(event),
                    Collectors.counting()));
    assertThat(provinces)
        .containsOnly(
            Map.entry(ZoneOffset.ofHours(7), 18L),
            Map.entry(ZoneOffset.ofHours(8), 12L),
            Map.entry(ZoneOffset.ofHours(9), 8L));
  }

  @ParameterizedTest
  @CsvSource({
    "DKI JAKARTA, 31",
    "dki  jakarta, 31",
    "Jakarta, 31",
    "DI Yogyakarta, 34",
    "D.I. Yogyakarta, 34",
    "Daerah Istimewa Yogyakarta, 34",
    "BANTEN, 36",
    "NUSA TENGGARA BARAT (NTB), 52",
    "NANGGROE ACEH DARUSSALAM (NAD), 11",
    "BANGKA BELITUNG, 19",
    "Provinsi Jawa Barat, 32",
    "Papua, 91",
    "Papua Barat, 92",
    "Papua Barat Daya, 96"
  })
  void nameIsUnderstoodAsFilesWriteIt(String name, String code) {
    assertThat(Provinces.named(name)).map(Province::kemendagriCode).contains(code);
  }

  @Test
  void unknownNameIsNoProvince() {
    assertThat(Provinces.named("Atlantis")).isEmpty();
    assertThat(Provinces.named("")).isEmpty();
  }

  @Test
  void codesOfTheTwoSystemsNameDifferentProvincesInPapua() {
    Province papua = Provinces.named("Papua").orElseThrow();
    Province sameNumber =
        Provinces.all().stream().filter(p -> p.bpsCode().equals("91")).findFirst().orElseThrow();
    assertThat(papua.kemendagriCode()).isEqualTo("91");
    assertThat(sameNumber.name()).isEqualTo("Papua Barat");
  }

  @Test
  void aCodeIsThatOfItsSystemAndCollidesWithTheOthersInPapuaOnly() {
    assertThat(Provinces.coded(CodeSystem.KEMENDAGRI, "91")).map(Province::name).contains("Papua");
    assertThat(Provinces.coded(CodeSystem.BPS, "91")).map(Province::name).contains("Papua Barat");
    assertThat(Provinces.coded(CodeSystem.KEMENDAGRI, "97")).isEmpty();
    assertThat(Provinces.all())
        .filteredOn(p -> !p.kemendagriCode().equals(p.bpsCode()))
        .extracting(Province::kemendagriCode)
        .containsExactly("91", "92", "93", "94", "95", "96");
  }

  @Test
  void anEventBeforeASplitCoversWhatWasSplitOff() {
    Province papua = Provinces.named("Papua").orElseThrow();
    assertThat(Provinces.splitOffAfter(LocalDate.parse("2019-08-21"), papua))
        .extracting(Province::kemendagriCode)
        .containsExactly("93", "94", "95");
    assertThat(Provinces.splitOffAfter(LocalDate.parse("2022-07-25"), papua)).isEmpty();
    Province papuaBarat = Provinces.named("Papua Barat").orElseThrow();
    assertThat(Provinces.splitOffAfter(LocalDate.parse("2022-07-25"), papuaBarat))
        .extracting(Province::kemendagriCode)
        .containsExactly("96");
  }

  @Test
  void fiveProvincesNameTheOneTheyWereSplitFrom() {
    assertThat(Provinces.all())
        .filteredOn(province -> province.parentCode().isPresent())
        .extracting(Province::name)
        .containsExactlyInAnyOrder(
            "Kalimantan Utara",
            "Papua Selatan",
            "Papua Tengah",
            "Papua Pegunungan",
            "Papua Barat Daya");
    assertThat(Provinces.all())
        .flatExtracting(province -> province.parentCode().stream().toList())
        .allSatisfy(parent -> assertThat(Provinces.coded(parent)).isPresent());
  }
}
