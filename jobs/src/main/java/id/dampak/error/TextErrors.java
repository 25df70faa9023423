package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;
import java.util.Collection;

/** Errors of the classifier's files. */
public final class TextErrors {

  private TextErrors() {}

  /** Nothing has been trained yet. */
  public static DampakException noModel(Path file) {
    return user(
        "There is no classifier to score with.",
        "No model has been trained yet: " + file + " does not exist.",
        "Train one with \"dampak train\" (under a minute), or name one with --model FILE.");
  }

  /** Several studies have trained a model, and none is for all; {@code file} is one of them. */
  public static DampakException severalModels(Collection<String> studies, Path file) {
    return user(
        "Which classifier is to score is not said.",
        "Several studies of this lake have trained one: " + String.join(", ", studies) + ".",
        "Name one, such as --model " + file + ", or train one for all with \"dampak train\".");
  }

  /** The model file is no model. */
  public static DampakException unreadableModel(Path file, String detail) {
    return user(
        "Cannot read the model " + file + ".",
        "It is damaged or no model of Dampak: " + detail + ".",
        "Train it again with \"dampak train\".");
  }

  /** A trained model that cannot be stored. */
  public static DampakException cannotWriteModel(Path folder, String detail) {
    return user(
        "Cannot write the model into " + folder + ".",
        "The system says: " + detail + ".",
        "Name a folder that you may write to with --out.");
  }

  /** A file of texts that cannot be opened. */
  public static DampakException unreadableTexts(Path file, String detail) {
    return user(
        "Cannot read the texts in " + file + ".",
        "Reading it failed: " + detail + ".",
        "Name a CSV file in UTF-8 with a header row.");
  }

  /** A file of texts without a column that is needed. */
  public static DampakException missingColumn(
      Path file, String column, Collection<String> present) {
    return user(
        "The file " + file + " lacks the column \"" + column + "\".",
        "Its columns are " + String.join(", ", present) + ".",
        "Rename one of them, or say with a flag which column to read.");
  }

  /** A label that is not a number. */
  public static DampakException badLabel(Path file, long line, String label) {
    return user(
        file + ", line " + line + ": the label \"" + label + "\" is not a whole number.",
        "Levels are 0 to 4, and other labels 0 or 1.",
        "Correct the label or leave the row out.");
  }

  /** Texts that a classifier cannot be learnt from. */
  public static DampakException nothingToLearn(long texts, long positives) {
    return new DampakException(
        Kind.DATA,
        "Cannot train a classifier.",
        "Of "
            + texts
            + " texts "
            + positives
            + " are of level 4; every part of the split needs"
            + " some that are and some that are not.",
        "Add texts; the bundled corpus shows about how many it takes.");
  }

  /** Neither a text nor a file of texts was given, or both. */
  public static DampakException textOrFile() {
    return user(
        "There is not one thing to score.",
        "Exactly one of --text and FILE is needed.",
        "Give --text \"…\" for one text, or a file with one text a line or a column \"text\".");
  }

  private static DampakException user(String problem, String reason, String remedy) {
    return new DampakException(Kind.USER, problem, reason, remedy);
  }
}
