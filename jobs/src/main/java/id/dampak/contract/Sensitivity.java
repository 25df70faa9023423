package id.dampak.contract;

import java.util.Set;

/**
 * Whom a column tells something about. A table that holds identifiers, texts or rows as they landed
 * states it for every column; where nothing is stated, a column is not about single persons.
 */
public enum Sensitivity {
  /** Counts, sums, estimates, places, events. */
  NONE("not about a person"),
  /** Where a row came from, when, and which version it is. */
  LINEAGE("lineage, not about a person"),
  /** What tells one merchant or author from another. */
  IDENTIFIER("identifier: pseudonym, or as the study declares"),
  /**
   * What tells one sale, session or text from another; its platform can lead from it to a person.
   */
  RECORD("identifier of a record"),
  /** What a merchant did or is, who may be one person: personal where its identifier is. */
  BUSINESS("about a merchant, who may be one person"),
  /** What somebody wrote or said, and so may be about anybody. */
  TEXT("free text, may hold personal data"),
  /** The whole row, without the columns that were dropped. */
  AS_LANDED("a source row, identifiers as above, personal columns dropped");

  /** Columns that say the same in every table that has them. */
  private static final Set<String> LINEAGE_NAMES =
      Set.of(
          "dataset",
          "study",
          "input",
          "source_file",
          "source_sha256",
          "source_row",
          "ingested_at",
          "landed_at",
          "known_at",
          "run_id",
          "model_id",
          "target",
          "defect");

  private final String words;

  Sensitivity(String words) {
    this.words = words;
  }

  /** In words that end a sentence about a column. */
  public String words() {
    return words;
  }

  /** What is known of a column by its name alone. */
  static Sensitivity usual(Field field) {
    return LINEAGE_NAMES.contains(field.name()) ? LINEAGE : NONE;
  }
}
