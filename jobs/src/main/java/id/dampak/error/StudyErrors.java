package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;
import java.util.Collection;

/** Errors in a study file; each names the line. */
public final class StudyErrors {

  private StudyErrors() {}

  /** The file is not there. */
  public static DampakException noSuchStudy(Path file) {
    return user(
        "Cannot open the study " + file + ".",
        "There is no such file.",
        "Name a study file with --study, or leave the flag out to run the bundled study.");
  }

  /** A folder where a study file should be. */
  public static DampakException studyIsFolder(Path file) {
    return user(
        "Cannot open the study " + file + ".",
        "It is a folder, not a study file.",
        "Name the study file in it with --study.");
  }

  /** The operating system does not let us read the file. */
  public static DampakException unreadableStudy(Path file, String detail) {
    return user(
        "Cannot open the study " + file + ".",
        "The system says: " + detail + ".",
        "Check the file and its permissions.");
  }

  /** The file is not YAML. */
  public static DampakException notYaml(Path file, int line, String detail) {
    return user(
        at(file, line) + ": this is not valid YAML.",
        sentence(detail),
        "Mend the line; keys and values are written \"key: value\" and nested with spaces.");
  }

  /** A file that no plan of a study fills; sizes in bytes. */
  public static DampakException tooLarge(Path file, long size, long most) {
    return user(
        "Cannot open the study " + file + ".",
        "It has %,d bytes, and a study has at most %,d.".formatted(size, most),
        "Name the study file with --study; data belong under inputs.");
  }

  /** Blocks within blocks within blocks. */
  public static DampakException tooDeep(Path file, int line, int most) {
    return user(
        at(file, line) + ": blocks are nested too deep.",
        "This one lies in " + most + " others, and a study needs fewer.",
        "Mend the brackets or the indentation.");
  }

  /** Blocks that are named again and again may multiply. */
  public static DampakException tooManyAliases(Path file, int line, int most) {
    return user(
        at(file, line) + ": too many aliases of blocks.",
        "A study may name blocks again " + most + " times.",
        "Write the blocks out.");
  }

  /** A key that no study has. */
  public static DampakException unknownKey(
      Path file, int line, String key, String section, Collection<String> known, String closest) {
    return user(
        at(file, line) + ": unknown key \"" + key + "\" in " + section + ".",
        "Known keys here are " + String.join(", ", known) + ".",
        closest.isEmpty() ? "Remove it." : "Did you mean \"" + closest + "\"?");
  }

  /** A key that no study has, in the place of one that every study needs. */
  public static DampakException misspeltKey(
      Path file, int line, String key, String meant, String section) {
    return user(
        at(file, line) + ": unknown key \"" + key + "\" in " + section + ".",
        "There is no \"" + meant + "\", which every study needs here.",
        "Did you mean \"" + meant + "\"?");
  }

  /** A key that every study needs. */
  public static DampakException missingKey(Path file, int line, String key, String section) {
    return user(
        at(file, line) + ": " + section + " lacks the key \"" + key + "\".",
        "A study cannot be run without it.",
        "Add \"" + key + ":\" to it; jobs/docs/study-file.md shows an example of every key.");
  }

  /** A key that stands twice. */
  public static DampakException repeatedKey(Path file, int line, String key, String section) {
    return user(
        at(file, line) + ": the key \"" + key + "\" stands twice in " + section + ".",
        "Only one of the two values could count.",
        "Remove one of them.");
  }

  /** A key without a value. */
  public static DampakException emptyValue(Path file, int line, String key) {
    return user(
        at(file, line) + ": the key \"" + key + "\" has no value.",
        "An empty value is neither an answer nor the default.",
        "Write a value after the colon, or remove the key where it has a default.");
  }

  /** A value of the wrong kind. */
  public static DampakException wrongValue(
      Path file, int line, String key, String value, String expected) {
    return user(
        at(file, line) + ": \"" + key + "\" cannot be " + value + ".",
        "Expected is " + expected + ".",
        "Correct the value; jobs/docs/study-file.md shows an example of every key.");
  }

  /** A value that is none of those allowed. */
  public static DampakException notOneOf(
      Path file, int line, String key, String value, Collection<String> allowed, String closest) {
    return user(
        at(file, line) + ": \"" + key + "\" cannot be \"" + value + "\".",
        "Expected is one of " + String.join(", ", allowed) + ".",
        closest.isEmpty() ? "Name one of them." : "Did you mean \"" + closest + "\"?");
  }

  /**
   * Declarations that are well-formed each, but do not go together: {@code problem} with the
   * values, {@code reason} why that cannot be meant.
   */
  public static DampakException contradiction(
      Path file, int line, String problem, String reason, String remedy) {
    return user(at(file, line) + ": " + sentence(problem), sentence(reason), sentence(remedy));
  }

  /** {@code --input} names an input that the study does not have. */
  public static DampakException unknownInput(String name, Collection<String> known) {
    return user(
        "The study has no input \"" + name + "\".",
        known.isEmpty()
            ? "It declares no inputs."
            : "Its inputs are " + String.join(", ", known) + ".",
        "Give --input NAME=PATH with one of them.");
  }

  /** {@code --input} is not NAME=PATH. */
  public static DampakException malformedInput(String given) {
    return user(
        "Cannot read --input \"" + given + "\".",
        "It is not the name of an input, an equals sign and a path.",
        "Write --input NAME=PATH.");
  }

  private static String at(Path file, int line) {
    return file + ", line " + line;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static DampakException user(String problem, String reason, String remedy) {
    return new DampakException(Kind.USER, problem, reason, remedy);
  }
}
