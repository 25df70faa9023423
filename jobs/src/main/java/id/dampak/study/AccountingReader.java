package id.dampak.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads how a loss is accounted for. */
final class AccountingReader {
  private AccountingReader() {}

  /**
   * The block.
   *
   * @param dimensions those by which the study splits losses
   */
  static Accounting accounting(Section section, List<Study.Dimension> dimensions) {
    Accounting accounting =
        new Accounting(
            section
                .optional("rebound_periods", "a whole number of 0 or more", AccountingReader::whole)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()),
            section
                .optional("spillover_share", "a number from 0 to below 1", AccountingReader::part)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty()),
            section.optionalSection("survey_weights").map(block -> weights(block, dimensions)),
            section.sections("comparisons").stream().map(AccountingReader::comparison).toList());
    section.done();
    requireNamesOnce(section, accounting.comparisons());
    return accounting;
  }

  private static Accounting.SurveyWeights weights(
      Section section, List<Study.Dimension> dimensions) {
    Accounting.SurveyWeights weights =
        new Accounting.SurveyWeights(
            section.oneOf("by", Study.Dimension.class),
            numbers(section, "weights"),
            section.text("source"));
    section.done();
    if (!dimensions.contains(weights.by())) {
      String by = weights.by().name().toLowerCase(Locale.ROOT);
      throw section.contradiction(
          "by",
          "survey weights are by " + by + ", by which the study does not split losses",
          "A population is the groups of the data, each as often as it stands for it",
          "Add " + by + " to \"dimensions:\", or weight by one that is there");
    }
    return weights;
  }

  private static Accounting.Comparison comparison(Section section) {
    List<Accounting.Factor> factors = new ArrayList<>();
    if (section.has("factors")) {
      numbers(section, "factors")
          .forEach((name, value) -> factors.add(new Accounting.Factor(name, value)));
    }
    Accounting.Comparison comparison =
        new Accounting.Comparison(
            section.text("name"),
            section.read("annual_amount", "a number above 0", AccountingReader::aboveZero),
            section.text("of"),
            factors,
            section.text("source"));
    section.done();
    return comparison;
  }

  /** Numbers by names of the author's choice; the block must be there. */
  private static Map<String, Double> numbers(Section section, String key) {
    Section block = section.section(key);
    Map<String, Double> numbers = new LinkedHashMap<>();
    section
        .textsByName(key)
        .keySet()
        .forEach(
            name ->
                numbers.put(
                    name, block.read(name, "a number of 0 or more", QualityReader::notNegative)));
    return numbers;
  }

  /** Rows of the results are told apart by the name. */
  private static void requireNamesOnce(Section section, List<Accounting.Comparison> all) {
    Set<String> names = new TreeSet<>();
    for (Accounting.Comparison comparison : all) {
      if (!names.add(comparison.name())) {
        throw section.contradiction(
            "comparisons",
            "two comparisons are named \"" + comparison.name() + "\"",
            "Results are filed under the name",
            "Rename one of them");
      }
    }
  }

  private static int whole(String text) {
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static double part(String text) {
    double share = StudyReader.share(text);
    if (share == 1) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }

  private static double aboveZero(String text) {
    double number = Double.parseDouble(text);
    if (!(number > 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
