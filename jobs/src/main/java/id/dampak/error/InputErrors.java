package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;
import java.util.Collection;

/** Errors of the files that an economist hands in. */
public final class InputErrors {

  private InputErrors() {}

  /** The study declares an input without files, and the command line gives none. */
  public static DampakException noFiles(String input) {
    return user(
        "The input \"" + input + "\" has no files.",
        "The study declares none, so that its data can lie anywhere.",
        "Add --input " + input + "=PATH to the command.");
  }

  /** A path or glob matches nothing. */
  public static DampakException missingFile(String input, Path file) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "No file matches " + file + ".",
        "Correct the path in the study, or give another with --input " + input + "=PATH.");
  }

  /** Neither the name of a file nor a pattern of names; {@code fault} says why, after it. */
  public static DampakException badGlob(String input, Path pattern, String fault) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "No file is called " + pattern + ", and it " + fault + ".",
        "Name a file, or a pattern such as --input " + input + "=orders-2025-*.csv.");
  }

  /** A folder where files should be. */
  public static DampakException folder(String input, Path folder) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        folder + " is a folder, and which of its files are meant is not said.",
        "Name a file or a glob, for example --input "
            + input
            + "="
            + folder.resolve("*.csv")
            + ".");
  }

  /** A file whose content Spark cannot make out; {@code fault} says why, after its name. */
  public static DampakException damaged(Path file, String fault) {
    return user(
        "The file " + file + " cannot be read.",
        "It " + fault + ", or it is damaged within.",
        "Copy or export it again; nothing of it has been kept.");
  }

  /** A pipe, a device, or a link that leads nowhere or in a circle. */
  public static DampakException noRegularFile(String input, Path file) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        file + " is no file that can be read twice: it is a pipe, a device or a link to nowhere.",
        "Write the data to a file and name that, with --input " + input + "=PATH.");
  }

  /** The bytes that were read are not those that were looked at before. */
  public static DampakException changedWhileRead(String input, Path file) {
    return user(
        "The input \"" + input + "\" changed while it was read.",
        "The file " + file + " had another SHA-256 when its rows were counted than at its end.",
        "Wait until its writer is done, then run again; nothing of it has been kept.");
  }

  /** A file of zero bytes, or without a header row. */
  public static DampakException emptyFile(String input, Path file) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "The file " + file + " is empty: it has no header row.",
        "Export it again, or leave it out.");
  }

  /** A compressed file that ends early or is no gzip at all. */
  public static DampakException damagedGzip(String input, Path file, String detail) {
    return user(
        "The input \"" + input + "\" cannot be read to its end.",
        "The compressed file " + file + " is cut off or damaged (" + detail + ").",
        "Copy or download it again; nothing of it has been kept.");
  }

  /** A file declared as Parquet that is none, or not all of one; {@code how} says which. */
  public static DampakException notParquet(String input, Path file, String how) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "The study says format: parquet, but " + file + " " + how + ".",
        "Copy or export the file again, or correct the format in the study.");
  }

  /**
   * A file that the operating system does not let us read, or that is no text of the declared
   * format.
   */
  public static DampakException unreadable(String input, Path file, String detail) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "Reading " + file + " failed: " + detail + ".",
        "Check the file and its permissions; nothing of it has been kept.");
  }

  /** A compressed file made to fill memory or disk; sizes in bytes. */
  public static DampakException expandsTooFar(String input, Path file, long size, long most) {
    return user(
        "The input \"" + input + "\" expands too far.",
        "The compressed file %s has %,d bytes and expands to more than %,d."
            .formatted(file, size, most),
        "If these really are your data, decompress the file yourself and name the result.");
  }

  /** A file that is no text: of another format, or in another encoding; {@code fault} says why. */
  public static DampakException notText(String input, Path file, String fault) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "The header of " + file + " " + fault + ", so that it is no text in UTF-8.",
        "Export it again as CSV in UTF-8; nothing of it has been kept.");
  }

  /**
   * A row that cannot be told from the next, or that is larger than any row should be; {@code row}
   * is its number, 1 = first data row, sizes are in characters.
   */
  public static DampakException unreadableRow(
      String input,
      Path file,
      long row,
      String detail,
      int longestField,
      int longestRow,
      int mostFields) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "Row "
            + row
            + " of "
            + file
            + " is no row of CSV: "
            + detail
            + (detail.endsWith(".") ? "" : "."),
        ("Look for a quote that is not closed or not doubled; a field has at most %,d characters, a"
                + " row %,d and %,d fields; nothing of it has been kept.")
            .formatted(longestField, longestRow, mostFields));
  }

  /** A column that the study maps is not in the header; {@code closest} is empty where none is. */
  public static DampakException missingColumn(
      String input,
      Path file,
      String column,
      String field,
      Collection<String> present,
      String closest) {
    return user(
        "The input \"" + input + "\" lacks the column \"" + column + "\".",
        "The field "
            + field
            + " needs it, but "
            + file
            + " has "
            + String.join(", ", present)
            + ".",
        (closest.isEmpty() ? "" : "Perhaps it is called \"" + closest + "\" there. ")
            + "Map "
            + field
            + " to one of these under inputs: "
            + input
            + ": columns: in the study.");
  }

  /** A column that every file of a format has is not in the header of one. */
  public static DampakException notOfTheFormat(
      String input,
      Path file,
      String format,
      String column,
      Collection<String> present,
      String closest) {
    return user(
        "The file " + file + " of the input \"" + input + "\" lacks the column \"" + column + "\".",
        "Every file of the format "
            + format
            + " has it; this one has "
            + String.join(", ", present)
            + ".",
        (closest.isEmpty()
                ? ""
                : "\"" + closest + "\" looks like it under another name: give it the old one. ")
            + "See \"dampak formats "
            + format
            + "\" for the columns, or map them under format: csv; nothing of the file has been kept.");
  }

  /** A date that means two days. */
  public static DampakException ambiguousDate(
      String input, Path file, long row, String column, String text, String readings) {
    return user(
        "The file "
            + file
            + " of the input \""
            + input
            + "\" has dates that can be read in two ways.",
        "The column \"" + column + "\" is \"" + text + "\" in row " + row + ": " + readings + ".",
        "Say which under inputs: "
            + input
            + ": date_format: in the study; nothing of the file has been kept.");
  }

  /** A date of a format whose dates are written in several ways, though this one means one day. */
  public static DampakException undeclaredDate(
      String input,
      Path file,
      long row,
      String column,
      String text,
      String readings,
      Collection<String> patterns) {
    return user(
        "How the file " + file + " of the input \"" + input + "\" writes its dates is not said.",
        "The column \""
            + column
            + "\" is \""
            + text
            + "\" in row "
            + row
            + ", which is "
            + readings
            + "; other files of its format are written otherwise.",
        "Say it under inputs: "
            + input
            + ": date_format: in the study, as "
            + String.join(" or ", patterns)
            + "; nothing of the file has been kept.");
  }

  /** A number whose point or comma stands before thousands or decimals. */
  public static DampakException ambiguousNumber(
      String input, Path file, long row, String column, String text, String readings) {
    return user(
        "The file "
            + file
            + " of the input \""
            + input
            + "\" has numbers that can be read in two ways.",
        "The column \"" + column + "\" is \"" + text + "\" in row " + row + ": " + readings + ".",
        "Say which under inputs: "
            + input
            + ": numbers: in the study (indonesian, english or plain); files that differ are inputs of"
            + " their own. Nothing of the file has been kept.");
  }

  /** A header names the same column twice. */
  public static DampakException repeatedColumn(String input, Path file, String column) {
    return user(
        "The input \"" + input + "\" cannot be read.",
        "The header of " + file + " names the column \"" + column + "\" twice.",
        "Rename one of them, so that it is clear which is meant.");
  }

  /** Two files of one input that lie in different folders. */
  public static DampakException sameName(String input, Path one, Path other) {
    return user(
        "Two files of the input \"" + input + "\" have the same name.",
        "Rows of " + one + " and " + other + " could not be told apart.",
        "Rename one of them.");
  }

  private static DampakException user(String problem, String reason, String remedy) {
    return new DampakException(Kind.USER, problem, reason, remedy);
  }
}
