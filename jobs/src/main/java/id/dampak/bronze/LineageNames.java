package id.dampak.bronze;

import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names by which the lake knows files: their own, with the pseudonym of a merchant in place of
 * the merchant. Which part of a name that is, only the study says, where it takes {@code
 * merchant_id} from there; the files of its other inputs are often named alike.
 */
public final class LineageNames {
  private static final String WORD = "[\\p{L}\\p{N}]";

  private final List<Input> inputs;
  private final Optional<Pseudonyms> pseudonyms;

  /**
   * The names of the files of a study's inputs.
   *
   * @param pseudonyms how merchants are replaced; they stay as they are where empty
   */
  public LineageNames(List<Input> inputs, Optional<Pseudonyms> pseudonyms) {
    this.inputs = List.copyOf(inputs);
    this.pseudonyms = pseudonyms;
  }

  /** Some files of an input under these names. */
  public List<SourceFile> of(Input input, List<SourceFile> files) {
    boolean isOfEvents = input.target() == Input.Target.SUSPENSION; // they name no merchants
    return pseudonyms.isEmpty() || isOfEvents
        ? files
        : files.stream().map(file -> named(input, file, pseudonyms.get())).toList();
  }

  private SourceFile named(Input input, SourceFile file, Pseudonyms by) {
    return expressions(input)
        .map(expression -> Pattern.compile(expression).matcher(file.ownName()))
        .filter(name -> name.matches() && name.group(1) != null && !name.group(1).isBlank())
        .findFirst()
        .map(name -> file.landingAs(without(name, file.ownName(), by)))
        .orElse(file);
  }

  /** Its own expression comes first. */
  private Stream<String> expressions(Input input) {
    return Stream.concat(Stream.of(input), inputs.stream())
        .flatMap(each -> Optional.ofNullable(each.columns().get(Fields.MERCHANT_ID)).stream())
        .flatMap(mapping -> mapping.fileName().stream());
  }

  private static String without(Matcher found, String name, Pseudonyms by) {
    String merchant = found.group(1);
    String pseudonym = by.of(Subject.MERCHANT, merchant);
    // Once more where it stands as a word of its own: a ZIP file is often named like its entry.
    Pattern again =
        Pattern.compile("(?<!" + WORD + ")" + Pattern.quote(merchant) + "(?!" + WORD + ")");
    return again.matcher(name.substring(0, found.start(1))).replaceAll(pseudonym)
        + pseudonym
        + again.matcher(name.substring(found.end(1))).replaceAll(pseudonym);
  }

  @Override
  public String toString() {
    return "LineageNames[secret]";
  }
}
