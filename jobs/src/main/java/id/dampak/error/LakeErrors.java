package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Errors of the lake. */
public final class LakeErrors {

  private LakeErrors() {}

  /**
   * A stored table cannot become what its contract says.
   *
   * @param differences what stands against it, each as a clause
   */
  public static DampakException otherColumns(
      String table,
      Path lake,
      List<String> stored,
      List<String> declared,
      List<String> differences,
      String remedy) {
    return new DampakException(
        Kind.USER,
        "The table " + table + " in " + lake + " cannot become what this version writes.",
        capitalised(String.join("; ", differences))
            + ". Stored are "
            + stored
            + ", declared are "
            + declared
            + ".",
        remedy);
  }

  /** Rows of earlier versions break a check that is new. */
  public static DampakException rowsBreakCheck(
      String table, Path lake, String check, String condition, String remedy) {
    return new DampakException(
        Kind.USER,
        "The table " + table + " in " + lake + " cannot become what this version writes.",
        "It holds rows that break the new check " + check + ": " + condition + ".",
        remedy);
  }

  /** Files would be kept for a shorter time than runs are promised to be reproducible. */
  public static DampakException retentionBelowPromise(int days, int promised) {
    return new DampakException(
        Kind.USER,
        "Files cannot go after " + days + " days.",
        "The lake promises that runs can be reproduced for " + promised + " days.",
        "Keep at least "
            + promised
            + " days, or take the promise back first: dampak maintain --promise "
            + days
            + ".");
  }

  /** A promise that Delta could not keep without risk to runs under way. */
  public static DampakException promiseTooShort(int days, int least) {
    return new DampakException(
        Kind.USER,
        "A lake cannot promise " + days + " days.",
        "Below " + least + " days a file that is being written may be taken for one left over.",
        "Promise " + least + " days or more.");
  }

  /** Versions that a run read or wrote, and that are there no more; each with why. */
  public static DampakException versionsGone(String run, List<String> gone, int promisedDays) {
    return new DampakException(
        Kind.DATA,
        "The run " + run + " cannot be reproduced: what it read or wrote is gone.",
        String.join("; ", gone) + ".",
        "Restore these files from a backup of the lake. VACUUM removes them, and \"dampak"
            + " maintain\" does not before the "
            + promisedDays
            + " days that the lake promises; longer with --retention.");
  }

  /** The lake lies where nothing can be written; {@code place} is the folder that says so. */
  public static DampakException notWritable(Path lake, Path place) {
    return new DampakException(
        Kind.USER,
        "The lake " + lake + " cannot be written.",
        place
            + " is "
            + (Files.isDirectory(place) ? "a folder that you may not write to." : "no folder."),
        "Name another folder with --lake, or change the permissions of this one.");
  }

  /** A file of the lake cannot be read; {@code detail} is what the system says. */
  public static DampakException unreadable(Path file, String detail) {
    return new DampakException(
        Kind.USER,
        file + " of the lake cannot be read.",
        "The system says: " + detail + ".",
        "Check the permissions of the file; if it is damaged, restore it from a backup, or run into"
            + " a new lake with --lake.");
  }

  /** Another process writes to the lake; {@code holder} is what it says of itself. */
  public static DampakException inUse(Path lake, String holder) {
    return new DampakException(
        Kind.USER,
        "The lake " + lake + " is in use.",
        (holder.isEmpty() ? "Another run" : "It is written by a " + holder)
            + (holder.isEmpty() ? " writes to it." : "."),
        "Wait until that ends, or run into another lake with --lake; queries need not wait.");
  }

  /** The system does not say whether the lake is in use, as some network file systems do not. */
  public static DampakException cannotLock(Path lake, Path file, String detail) {
    return new DampakException(
        Kind.USER,
        "The lake " + lake + " cannot be kept to one writer.",
        "The system does not lock " + file + ": " + detail + ".",
        "Free some space if the disk is full; else move the lake to a file system with locks.");
  }

  /** How a damaged table can be had again. */
  public enum Recovery {
    /** The files that it was filled from have to land again. */
    FROM_INPUT_FILES,
    /** A run computes it from bronze. */
    FROM_BRONZE,
    /** It says what happened once, and nothing else says it. */
    FROM_NOTHING
  }

  /** A table's files are not what was written; {@code fault} says which, as a sentence. */
  public static DampakException damagedTable(
      String table, Path lake, Path folder, String fault, Recovery recovery) {
    return new DampakException(
        Kind.USER,
        "The table " + table + " of the lake " + lake + " is damaged.",
        fault + ".",
        switch (recovery) {
          case FROM_INPUT_FILES ->
              "Restore the folder "
                  + folder
                  + " from a backup; without one, remove it and run every study of this lake with"
                  + " all its input files and --rebuild: they land again.";
          case FROM_BRONZE ->
              "Remove the folder "
                  + folder
                  + " and run every study of this lake with --rebuild: bronze has all that it"
                  + " takes.";
          case FROM_NOTHING ->
              "Restore the folder "
                  + folder
                  + " from a backup; without one, remove it: what it noted of earlier runs is lost,"
                  + " no data and no result.";
        });
  }

  /** Neither the lake nor what Spark puts down meanwhile can grow. */
  public static DampakException diskFull() {
    return new DampakException(
        Kind.USER,
        "The disk is full.",
        "There is no space left where the lake lies, or where Spark keeps what it is working on"
            + " (spark.local.dir, else java.io.tmpdir).",
        "Free some space and run again: every table is as its last finished write left it.");
  }

  /** The file system was mounted for reading, or has fallen back to it. */
  public static DampakException readOnlyDisk() {
    return new DampakException(
        Kind.USER,
        "The disk cannot be written.",
        "The system says that its file system is read-only.",
        "Mount it for writing, or name another folder with --lake; no table has been changed.");
  }

  /** A query names a table that is not there. */
  public static DampakException noSuchTable(String table, Path lake, List<String> present) {
    return new DampakException(
        Kind.USER,
        "There is no table " + table + " in the lake " + lake + ".",
        present.isEmpty() ? "The lake is empty." : "It holds " + String.join(", ", present) + ".",
        present.isEmpty() ? "Fill it with \"dampak run\" first." : "Name one of these.");
  }

  /** A query does not parse or does not fit the tables. */
  public static DampakException badQuery(String detail) {
    return new DampakException(
        Kind.USER,
        "The query cannot be run.",
        detail,
        "\"dampak describe TABLE\" lists the columns.");
  }

  /** A statement would change something. */
  public static DampakException notAQuery(String statement) {
    return new DampakException(
        Kind.USER,
        "The statement is not a query.",
        "It is a " + statement + "; only runs of the pipeline change the lake.",
        "Ask with SELECT or WITH; for tables of your own, write elsewhere from a notebook.");
  }

  /** A table has no such version or time. */
  public static DampakException noSuchVersion(String asOf, String table, String detail) {
    return new DampakException(
        Kind.USER,
        "The table " + table + " cannot be read as of " + asOf + ".",
        detail,
        "Leave --as-of out, or give a version number or a time that the table has.");
  }

  /** Files of a lake cannot be listed, made or removed. */
  public static DampakException unworkable(Path place, String detail) {
    return new DampakException(
        Kind.USER,
        "The files in " + place + " cannot be worked on.",
        "The system says: " + detail + ".",
        "Check the permissions of the folder and the space on its disk.");
  }

  private static String capitalised(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
