package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.dampak.Repository;
import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.Provinces;
import id.dampak.gold.Episodes;
import id.dampak.study.Input.Target;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registry in {@code data-samples/registry}. */
class RegistryTest {
  private static final Path FILE = Repository.path("data-samples/registry/suspensions.csv");
  private static final Map<String, Map<String, String>> REGISTRY = read();
  private static final String CLAIM = "id-2025-tiktok-live";

  @Test
  void itHoldsAtLeastTwentyFiveEvents() {
    // An event is what stages and conflicting claims hang together with, however many there are.
    Map<String, String> leaders = new HashMap<>();
    REGISTRY.keySet().forEach(id -> leaders.put(id, id));
    REGISTRY.forEach((id, row) -> links(row).forEach(other -> unite(leaders, id, other)));
    Set<String> events = new HashSet<>();
    REGISTRY.keySet().forEach(id -> events.add(leader(leaders, id)));
    assertThat(events).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void everyRowHasASourceAndTheDayOfItsRecord() {
    assertThat(REGISTRY.values())
        .allSatisfy(
            row -> {
              assertThat(row.get("source_url")).matches("https?://\\S+( https?://\\S+)*");
              assertThat(row.get("retrieved_at")).matches("\\d{4}-\\d{2}(-\\d{2})?");
              assertThat(row.get("known_at")).matches("\\d{4}-\\d{2}-\\d{2}");
            });
  }

  @Test
  void everyLinkLeadsToAnotherRowAndConflictsGoBothWays() {
    REGISTRY.forEach(
        (id, row) -> {
          assertThat(links(row)).as(id).allMatch(REGISTRY::containsKey).doesNotContain(id);
          for (String other : words(row, "conflicts_with")) {
            assertThat(words(claim(other), "conflicts_with")).as(other).contains(id);
            assertThat(List.of(text(row, "status"), text(claim(other), "status")))
                .as("%s and %s", id, other)
                .contains("disputed");
          }
        });
  }

  @Test
  void aStageEndsWithinTheEventThatItBelongsTo() {
    assertThat(REGISTRY.values().stream().filter(row -> !text(row, "parent_id").isEmpty()))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            row -> {
              Map<String, String> whole = claim(text(row, "parent_id"));
              assertThat(row.get("started_at")).isEqualTo(whole.get("started_at"));
              assertThat(text(row, "ended_at")).isLessThanOrEqualTo(text(whole, "ended_at"));
            });
  }

  @Test
  void theSuspensionOfTiktokLiveHasItsCounterClaims() {
    Map<String, String> confirmed = claim(CLAIM);
    assertThat(confirmed)
        .containsEntry("status", "confirmed")
        .containsEntry("started_at", "2025-08-30T20:40:00+07:00")
        .containsEntry("started_precision", "minute")
        .containsEntry("actor", "TikTok")
        .containsEntry("actor_alleged", "Government of Indonesia");
    assertThat(words(confirmed, "conflicts_with").stream().map(RegistryTest::claim))
        .allMatch(claim -> text(claim, "status").equals("disputed"))
        .extracting(claim -> text(claim, "started_at").substring(0, 16) + text(claim, "actor"))
        .contains(
            "2025-08-29T12:00Communication and Digital Affairs Ministry",
            "2025-08-29T12:00",
            "2025-08-30T15:00",
            "2025-08-30T21:00",
            "2025-08-31T12:00");
  }

  @Test
  void theFreezeOfTiktoksRegistrationTouchedNoService() {
    assertThat(REGISTRY.get("id-2025-tiktok-tdpse"))
        .containsEntry("status", "not_service_affecting")
        .containsEntry("scope", "registration");
  }

  @Test
  void aRegionAndItsCodeAreTheSame() {
    assertThat(REGISTRY.values())
        .allSatisfy(
            row -> {
              boolean everywhere = text(row, "region").equals("*");
              assertThat(row.get("region_code_system")).isEqualTo(everywhere ? "" : "kemendagri");
              assertThat(row.get("region_code"))
                  .isEqualTo(
                      everywhere
                          ? "*"
                          : Provinces.named(text(row, "region")).orElseThrow().kemendagriCode());
            });
  }

  @Test
  @Tag("spark")
  void everyRowCanBeTyped() {
    TypedRows typed =
        Silver.typed(
            StudyText.daily()
                .with("inputs", "{registry: {table: suspension, format: csv, files: []}}"),
            Target.SUSPENSION,
            Rows.landed("registry", List.copyOf(REGISTRY.values())));
    assertThat(Rows.texts(typed.quarantined(), "reasons")).isEmpty();
    assertThat(Rows.texts(typed.accepted(), "suspension_id")).hasSize(REGISTRY.size());
  }

  /** What the estimates of bundled studies rest on: claims that are added must not move it. */
  @Test
  @Tag("spark")
  void everyBundledStudyOfTheRegistryHasOneEpisodeFromMinuteToPartOfDay() throws IOException {
    List<Study> studies = bundledStudies();
    assertThat(studies).extracting(Study::id).contains("tiktok-live-2025", "seller-exports");
    for (Study study : studies) {
      assertThat(episodes(study))
          .as(study.id())
          .containsExactly("TikTok | LIVE | * | 2025-08-30 13:40:00 | 2025-09-02 06:00:00 | 1");
    }
  }

  /** Those that take their suspensions from it. */
  private static List<Study> bundledStudies() throws IOException {
    try (Stream<Path> files = Files.list(Repository.path("jobs/studies"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(StudyFile::read)
          .filter(
              study ->
                  study.inputsFor(Target.SUSPENSION).stream()
                      .flatMap(input -> input.files().stream())
                      .anyMatch(file -> file.normalize().equals(FILE.normalize())))
          .toList();
    }
  }

  private static List<String> episodes(Study study) {
    Dataset<Row> landed = Rows.landed("registry", List.copyOf(REGISTRY.values()));
    Dataset<Row> typed = new Typing(study).rows(Target.SUSPENSION, input -> landed).accepted();
    return Rows.texts(
        Episodes.of(typed, study),
        "platform",
        "feature",
        "region_code",
        "started_at",
        "ended_at",
        "records");
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
      csv.forEach(
          row ->
              assertThat(rows.put(row.getField("event_id"), row.getFieldsAsMap()))
                  .as("one row for each event_id")
                  .isNull());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }

  private static Map<String, String> claim(String id) {
    return Objects.requireNonNull(REGISTRY.get(id), id);
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static List<String> links(Map<String, String> row) {
    return Stream.concat(words(row, "conflicts_with").stream(), words(row, "parent_id").stream())
        .toList();
  }

  private static List<String> words(Map<String, String> row, String column) {
    return Stream.of(text(row, column).split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static void unite(Map<String, String> leaders, String one, String other) {
    leaders.put(leader(leaders, one), leader(leaders, other));
  }

  private static String leader(Map<String, String> leaders, String id) {
    String leader = id;
    for (String next = text(leaders, leader); !next.equals(leader); next = text(leaders, leader)) {
      leader = next;
    }
    return leader;
  }
}
