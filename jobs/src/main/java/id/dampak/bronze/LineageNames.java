package id.dampak.bronze;

import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names by which the lake knows files: their own, with the pseudonym of a merchant or an author
 * in place of either. Which part of a name that is, only the study says, where it takes {@code
 * merchant_id} or {@code author_id} from there; the files of its other inputs are often named
 * alike.
 */
public final class LineageNames {
  private static final String WORD = "[\\p{L}\\p{N}]";

  private final List<Input> inputs;
  private final Optional<Pseudonyms> pseudonyms;

  /**
   * The names of the files of a study's inputs.
   *
   * @param pseudonyms how they are replaced; they stay as they are where empty
   */
  public LineageNames(List<Input> inputs, Optional<Pseudonyms> pseudonyms) {
    this.inputs = List.copyOf(inputs);
    this.pseudonyms = pseudonyms;
  }

  /** Some files of an input under these names. */
  public List<SourceFile> of(Input input, List<SourceFile> files) {
    boolean isOfEvents = input.target() == Input.Target.SUSPENSION; // they name nobody
    return pseudonyms.isEmpty() || isOfEvents
        ? files
        : files.stream().map(file -> named(input, file, pseudonyms.get())).toList();
  }

  private SourceFile named(Input input, SourceFile file, Pseudonyms by) {
    String name = file.ownName();
    List<Part> parts =
        Arrays.stream(Subject.values())
            .flatMap(subject -> part(input, name, subject, by).stream())
            .sorted(Comparator.comparingInt(Part::start))
            .toList();
    return parts.isEmpty() ? file : file.landingAs(without(parts, name));
  }

  /** The part of a name that says who the subject is; its own expression comes first. */
  private Optional<Part> part(Input input, String name, Subject subject, Pseudonyms by) {
    return Stream.concat(Stream.of(input), inputs.stream())
        .flatMap(each -> Optional.ofNullable(each.columns().get(subject.field())).stream())
        .flatMap(mapping -> mapping.fileName().stream())
        .map(expression -> Pattern.compile(expression).matcher(name))
        .filter(found -> found.matches() && found.group(1) != null && !found.group(1).isBlank())
        .findFirst()
        .map(
            found ->
                new Part(
                    found.start(1), found.end(1), found.group(1), by.of(subject, found.group(1))));
  }

  private static String without(List<Part> parts, String name) {
    StringBuilder without = new StringBuilder();
    int end = 0;
    for (Part part : parts) {
      if (part.end() > end) { // else it lies within the one before it
        without.append(between(parts, name.substring(end, Math.max(end, part.start()))));
        without.append(part.pseudonym());
        end = part.end();
      }
    }
    return without.append(between(parts, name.substring(end))).toString();
  }

  private static String between(List<Part> parts, String text) {
    String without = text;
    for (Part part : parts) {
      without = part.anywhere().matcher(without).replaceAll(part.pseudonym());
    }
    return without;
  }

  /** A part of a name that says whom it is of, and what stands there instead. */
  private record Part(int start, int end, String text, String pseudonym) {
    /** The text as a word of its own elsewhere: a ZIP file is often named like its entry. */
    Pattern anywhere() {
      return Pattern.compile("(?<!" + WORD + ")" + Pattern.quote(text) + "(?!" + WORD + ")");
    }
  }

  @Override
  public String toString() {
    return "LineageNames[secret]";
  }
}
