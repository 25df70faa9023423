package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;

/** Errors of a data file that is read as a table. */
public final class TableFileErrors {

  private TableFileErrors() {}

  /** The file is not there or may not be read. */
  public static DampakException noSuchFile(Path file) {
    return new DampakException(
        Kind.USER,
        "Cannot read " + file + ".",
        "There is no readable file of that name, seen from " + Path.of("").toAbsolutePath() + ".",
        "Check the path.");
  }

  /** Reading failed part-way, for a {@code reason} that is a sentence. */
  public static DampakException unreadable(Path file, String reason) {
    return new DampakException(
        Kind.USER,
        "Cannot read " + file + ".",
        reason,
        "Copy or write the file again; it must be CSV, gzipped CSV or Parquet.");
  }

  /** There is no row below the header, or not even a header. */
  public static DampakException empty(Path file) {
    return new DampakException(
        Kind.USER,
        file + " is empty.",
        "It holds no row of data below a header line.",
        "Give a file with a header and at least one row.");
  }

  /** A column that is asked for is not in the file. */
  public static DampakException noSuchColumn(Path file, String column, Iterable<String> present) {
    return new DampakException(
        Kind.USER,
        "No column \"" + column + "\" in " + file + ".",
        "The file has the columns " + String.join(", ", present) + ".",
        "Name one of them, or give the right delimiter if they are not split as they should be.");
  }

  /** Two columns of one name. */
  public static DampakException repeatedColumn(Path file, String column) {
    return new DampakException(
        Kind.USER,
        "Column \"" + column + "\" stands twice in " + file + ".",
        "Which of the two is meant cannot be told.",
        "Rename one of them in the header.");
  }

  /** A row with more or fewer fields than the header. */
  public static DampakException ragged(Path file, long line, int fields, int expected) {
    return new DampakException(
        Kind.USER,
        "Line " + line + " of " + file + " has " + fields + " fields.",
        "The header has " + expected + ".",
        "Quote fields that contain the delimiter, or repair the line.");
  }

  /** A list, map or struct where a plain value is needed. */
  public static DampakException nestedColumn(Path file, String column) {
    return new DampakException(
        Kind.USER,
        "Column \"" + column + "\" of " + file + " is nested.",
        "An estimator reads plain numbers and texts.",
        "Flatten the column first.");
  }

  /** A column of rows, lists or maps in a table. */
  public static DampakException nestedColumn(String column) {
    return new DampakException(
        Kind.USER,
        "Column \"" + column + "\" is nested.",
        "An estimator reads plain numbers and texts.",
        "Flatten the column first.");
  }

  /** A number of which there is no logarithm, on the {@code row}th row from 1. */
  public static DampakException noLogarithm(String column, double value, int row) {
    return new DampakException(
        Kind.DATA,
        "log(" + column + ") is not defined in row " + row + ".",
        "The value is " + value + ", and only positive numbers have a logarithm.",
        "Estimate amounts with zeros by --method ppml, or leave the field empty to drop the row.");
  }
}
