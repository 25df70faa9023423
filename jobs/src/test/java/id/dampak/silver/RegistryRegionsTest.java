package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.gold.Episodes;
import id.dampak.study.Input.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registries of many countries write regions as they like; a study over provinces needs codes. */
@Tag("spark")
class RegistryRegionsTest {
  private static final String STOP =
      "country | area_name | start_date | end_date | shutdown_extent | other_affected";
  private static final String RADAR =
      "id | eventType | locations | scope | startDate | endDate | outage.outageType";

  @Test
  void anAreaOfIndonesiaIsTheCodeOfItsProvinceAndStandsForThoseSplitOffSince() {
    TypedRows typed =
        stop(
            "indonesia",
            "Indonesia | Papua | 2019-08-22 | 2019-09-05 | Full network | ",
            "Indonesia | Provinsi West Papua | 2019-08-22 | 2019-09-05 | Full network | ",
            "Indonesia | National | 2019-05-22 | 2019-05-25 | Service-based | Facebook Messenger",
            "India | Manipur | 2019-08-22 | 2019-09-05 | Full network | ",
            "India | | 2019-08-22 | 2019-09-05 | Full network | ");
    assertThat(Rows.texts(typed.accepted(), "country", "region_code", "region_system"))
        .containsExactly(
            "India | Manipur | null",
            "India | unknown | null",
            "Indonesia | * | null",
            "Indonesia | 91 | kemendagri",
            "Indonesia | 92 | kemendagri");
    StudyText study =
        StudyText.daily()
            .with(
                "suspensions",
                "{countries: [Indonesia], statuses: [reported], from: 2019-08-01, until: 2019-09-01}")
            .with(
                "exposure",
                "{by: feature_share, channel: live, baseline: {from: 2018-08-01, until: 2018-08-11}}");
    assertThat(Rows.texts(Episodes.of(typed.accepted(), study.read()), "region_code"))
        .containsExactly("91", "92", "93", "94", "95", "96");
  }

  @Test
  void anAreaOfIndonesiaThatIsNoProvinceIsSetAsideWithItsName() {
    TypedRows typed =
        stop("indonesia", "Indonesia | Wamena | 2019-09-25 | 2019-09-28 | Full network | ");
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .containsExactly("[area_name \"Wamena\" is no province of Indonesia]");
  }

  @Test
  void regionsAsTheyAreStayAsTheRegistryNamesThem() {
    TypedRows typed =
        stop("as_is", "Indonesia | Papua | 2019-08-22 | 2019-09-05 | Full network | ");
    assertThat(Rows.texts(typed.accepted(), "region_code", "region_system"))
        .containsExactly("Papua | null");
  }

  @Test
  void allOfACountryIsSaidInManyWaysAndAllButAPartIsAnother() {
    TypedRows typed =
        stop(
            "as_is",
            "A | Nationwide | 2019-08-22 | | Full network | ",
            "B | nationwide | 2019-08-22 | | Full network | ",
            "C | National | 2019-08-22 | | Full network | ",
            "D | Nation Wide | 2019-08-22 | | Full network | ",
            "E | Nationwde | 2019-08-22 | | Full network | ",
            "F | Entire country | 2019-08-22 | | Full network | ",
            "G | National except Kurdish region | 2019-08-22 | | Full network | ",
            "H | National Capital Territory | 2019-08-22 | | Full network | ");
    assertThat(Rows.texts(typed.accepted(), "country", "region_code"))
        .containsExactly(
            "A | *",
            "B | *",
            "C | *",
            "D | *",
            "E | *",
            "F | *",
            "G | National except Kurdish region",
            "H | National Capital Territory");
  }

  @Test
  void theScopeOfAnOutageIsCodedWhereItIsIndonesiaAlone() {
    String times = " | 2025-08-30T13:40:00Z | 2025-09-02T04:00:00Z | REGIONAL";
    TypedRows typed =
        Silver.typed(
            study("indonesia", "cloudflare_radar"),
            Target.SUSPENSION,
            Rows.landed(
                "registry",
                RADAR,
                "1 | OUTAGE | [\"ID\"] | Papua" + times,
                "2 | OUTAGE | [\"ID\"] | Nationwide" + times,
                "3 | OUTAGE | [\"ID\"] | " + times,
                "4 | OUTAGE | [\"IQ\"] | Kurdistan" + times,
                "5 | OUTAGE | [\"ID\"] | Wamena" + times));
    assertThat(Rows.texts(typed.accepted(), "suspension_id", "region_code", "region_system"))
        .containsExactly(
            "radar-1 | 91 | kemendagri",
            "radar-2 | * | null",
            "radar-3 | * | null",
            "radar-4 | Kurdistan | null");
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .containsExactly("[scope \"Wamena\" is no province of Indonesia]");
  }

  private static TypedRows stop(String regions, String... lines) {
    return Silver.typed(
        study(regions, "stop"), Target.SUSPENSION, Rows.landed("registry", STOP, lines));
  }

  private static StudyText study(String regions, String format) {
    return StudyText.daily()
        .with("regions", regions)
        .with("inputs", "{registry: {table: suspension, format: " + format + ", files: []}}");
  }
}
