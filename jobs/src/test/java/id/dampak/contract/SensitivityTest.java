package id.dampak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  /** Columns by which a table is seen to be about single merchants, authors, sales or texts. */
  private static final Set<String> TELLING =
      Set.of(
          "merchant_id",
          "unit_id",
          "author_id",
          "transaction_id",
          "session_id",
          "content_id",
          "text",
          "fields");

  @Test
  void everyColumnOfATableWithAnIdentifierSaysWhomItIsAbout() {
    List<Table> telling =
        Tables.ALL.stream()
            .filter(table -> table.fields().stream().anyMatch(f -> TELLING.contains(f.name())))
            .toList();

    assertThat(telling).hasSizeGreaterThan(12);
    assertThat(telling)
        .allSatisfy(
            table ->
                assertThat(table.fields())
                    .as("Classify with holds(…) in the contract of %s", table)
                    .noneMatch(field -> table.sensitivity(field) == Sensitivity.NONE));
  }

  @Test
  void aTableWithoutAnIdentifierHoldsNothingAboutSinglePersons() {
    assertThat(Tables.ALL)
        .filteredOn(table -> table.fields().stream().noneMatch(f -> TELLING.contains(f.name())))
        .allSatisfy(
            table ->
                assertThat(table.fields())
                    .extracting(table::sensitivity)
                    .containsAnyOf(Sensitivity.NONE, Sensitivity.LINEAGE)
                    .doesNotContain(Sensitivity.IDENTIFIER, Sensitivity.TEXT));
  }

  @Test
  void merchantsAreIdentifiersWhereverTheyStand() {
    assertThat(Tables.ALL.stream().flatMap(table -> identifiers(table).stream()))
        .hasSize(7)
        .containsOnly(Sensitivity.IDENTIFIER);
  }

  private static List<Sensitivity> identifiers(Table table) {
    return table.fields().stream()
        .filter(field -> Set.of("merchant_id", "unit_id").contains(field.name()))
        .map(table::sensitivity)
        .toList();
  }
}
