package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;
import java.util.Collection;

/** Errors of files that hold others, and of workbooks and JSON: what is around the rows. */
public final class ContainerErrors {

  private ContainerErrors() {}

  /** A ZIP file or workbook that ends early, or whose directory is none. */
  public static DampakException damagedArchive(String input, Path file, String detail) {
    return cannotBeRead(
        input,
        "The ZIP file " + file + " is cut off or damaged (" + detail + ").",
        "Copy or download it again; nothing of it has been kept.");
  }

  /** More entries than any hand-in has. */
  public static DampakException tooManyEntries(String input, Path file, int most) {
    return cannotBeRead(
        input,
        "The ZIP file %s has more than %,d entries, or names of more than a megabyte."
            .formatted(file, most),
        "Unpack it yourself and name the files that are meant, for example by a glob.");
  }

  /** An entry that only a password opens. */
  public static DampakException encryptedEntry(String input, Path file, String entry) {
    return cannotBeRead(
        input,
        "The entry \"" + entry + "\" of " + file + " is encrypted.",
        "Unpack it with its password and name the result.");
  }

  /** An entry whose name leads out of the folder that it would be unpacked into. */
  public static DampakException unsafeEntryName(String input, Path file, String entry) {
    return cannotBeRead(
        input,
        "The entry \"" + entry + "\" of " + file + " has a name that is no plain relative path.",
        "Nobody packs exports like this: ask where the file comes from, and pack it again.");
  }

  /** Two entries of one name. */
  public static DampakException repeatedEntry(String input, Path file, String entry) {
    return cannotBeRead(
        input,
        "The ZIP file " + file + " holds the entry \"" + entry + "\" twice.",
        "Which of the two is meant cannot be told: pack it again with one of them.");
  }

  /** An entry that holds files in turn; {@code kind} says which kind of file it is. */
  public static DampakException nestedArchive(String input, Path file, String entry, String kind) {
    return cannotBeRead(
        input,
        "The entry \"" + entry + "\" of " + file + " is itself " + kind + ".",
        "Unpack " + file + " and name the files inside.");
  }

  /** A ZIP file without a file in it. */
  public static DampakException emptyArchive(String input, Path file) {
    return cannotBeRead(
        input, "The ZIP file " + file + " holds no file.", "Pack it again, or leave it out.");
  }

  /** A part of a workbook that cannot be read, or that no spreadsheet program writes. */
  public static DampakException badWorkbook(String input, Path file, String part, String detail) {
    return cannotBeRead(
        input,
        "The part " + part + " of the workbook " + file + " " + detail + ".",
        "Open it in a spreadsheet program and save it again, or save the sheet as CSV in UTF-8.");
  }

  /** A workbook lacks the sheet that holds the rows. */
  public static DampakException missingSheet(
      String input, Path file, String sheet, Collection<String> present) {
    return cannotBeRead(
        input,
        "The workbook "
            + file
            + " has no sheet \""
            + sheet
            + "\"; it has "
            + String.join(", ", present)
            + ".",
        "Export it again, or rename the sheet that holds the rows.");
  }

  /** A table whose texts are repeated so often that the rows would fill the disk. */
  public static DampakException landsTooFar(String input, Path file, long size, long most) {
    return cannotBeRead(
        input,
        "The file %s has %,d bytes, and its rows hold more than %,d characters."
            .formatted(file, size, most),
        "If these really are your data, save them as CSV and name the result.");
  }

  /**
   * A row of JSON that cannot be told from the next, or that is larger than any row should be.
   *
   * @param row its number, 1 = first
   * @param detail a clause that follows the row
   */
  public static DampakException unreadableJson(String input, Path file, long row, String detail) {
    return cannotBeRead(
        input,
        "Row " + row + " of " + file + " " + detail + ".",
        "Export it again, or write one object a line (JSON Lines), where a bad line harms no other;"
            + " nothing of it has been kept.");
  }

  /** A JSON document without the list that holds the rows. */
  public static DampakException missingList(String input, Path file, String list) {
    return cannotBeRead(
        input,
        "The JSON document " + file + " has no list \"" + list + "\".",
        "Save the answer of the service as it came, or the list alone.");
  }

  private static DampakException cannotBeRead(String input, String reason, String remedy) {
    return new DampakException(
        Kind.USER, "The input \"" + input + "\" cannot be read.", reason, remedy);
  }
}
