package id.dampak.study;

import id.dampak.format.Mapping;
import java.util.List;
import java.util.Map;

/** What a study may not declare at once about the columns that are about persons. */
final class PersonsRules {
  private PersonsRules() {}

  /** A column that is dropped cannot also be kept. */
  static void require(Section section, Input input) {
    List<String> personal = input.persons().personal();
    for (String column : input.persons().authors()) {
      if (personal.contains(column)) {
        throw section.contradiction(
            "authors",
            "the column " + column + " is listed as personal and as one of authors",
            "A personal column is dropped, and nothing is left to make a pseudonym of",
            "Remove it from one of the two");
      }
    }
    for (Map.Entry<String, Mapping> entry : input.columns().entrySet()) {
      for (String column : entry.getValue().columns()) {
        requireKept(section, input, entry.getKey(), column);
      }
    }
  }

  private static void requireKept(Section section, Input input, String field, String column) {
    if (input.persons().personal().stream()
        .anyMatch(personal -> (column + ".").startsWith(personal + "."))) {
      throw section.contradiction(
          "personal",
          "the column " + column + " is listed as personal, and the field " + field + " needs it",
          "A personal column is dropped before any field is read",
          "Remove it from \"personal:\", or map " + field + " to another column");
    }
    if (field.equals(Fields.MERCHANT_ID) && input.persons().authors().contains(column)) {
      throw section.contradiction(
          "authors",
          "the column " + column + " names an author and, as merchant_id, a merchant",
          "The same text has one pseudonym as a merchant and another as an author",
          "Remove it from \"authors:\", or map merchant_id to another column");
    }
  }

  /** A recoding of merchants would look for their names where pseudonyms are. */
  static void requireRecodable(Section root, Study study) {
    for (Input input : study.inputs()) {
      Mapping merchant = input.columns().get(Fields.MERCHANT_ID);
      if (study.identifiers() == Study.Identifiers.PSEUDONYMS
          && merchant != null
          && !merchant.values().isEmpty()) {
        throw root.contradiction(
            "inputs",
            "the input " + input.name() + " recodes merchant_id, which lands as a pseudonym",
            "The values to recode are not in the lake",
            "Remove \"values:\" of merchant_id, or write \"identifiers: as_they_are\"");
      }
    }
  }
}
