package id.dampak.study;

import static id.dampak.study.StudyExample.with;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonsRulesTest {
  @TempDir Path folder;

  @Test
  void aColumnThatIsDroppedCannotBeKeptAsWell() {
    refused(
        with("[Nama Penerima]", "[shop]"),
        "personal: [shop]",
        "the column shop is listed as personal, and the field merchant_id needs it",
        "map merchant_id to another column");
    refused(
        with("[creator]", "[Nama Penerima]"),
        "authors: [Nama Penerima]",
        "listed as personal and as one of authors",
        "Remove it from one of the two");
  }

  @Test
  void aColumnNamesEitherMerchantsOrAuthors() {
    refused(
        with("[creator]", "[shop]"),
        "authors: [shop]",
        "names an author and, as merchant_id, a merchant",
        "Remove it from \"authors:\"");
  }

  @Test
  void pseudonymsAreNotRecoded() {
    refused(
        with("merchant_id: shop", "merchant_id: {column: shop, values: {a: b}}"),
        "inputs:",
        "the input orders recodes merchant_id, which lands as a pseudonym",
        "identifiers: as_they_are");
  }

  private void refused(String text, String place, String problem, String remedy) {
    StudyExample.assertRefused(folder, text, place, problem, remedy);
  }
}
