package id.dampak.lake;

import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import id.dampak.error.LakeErrors;
import id.dampak.error.LakeErrors.Recovery;
import java.io.FileNotFoundException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/**
 * Tells from what Spark, Delta or the system throws that the disk is full, that it may not be
 * written, or that a file is not what was once written: the one place where their failures are
 * recognised. What is no such failure is a bug.
 */
public final class Damage {
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");
  private static final List<String> FORBIDDEN = List.of("Read-only file system");

  /** Conditions of Spark and Delta under which files are missing or not what they should be. */
  private static final List<String> DAMAGED =
      List.of(
          "FAILED_READ_FILE",
          "CANNOT_READ_FILE_FOOTER",
          "DELTA_CHECKPOINT_NON_EXIST_TABLE",
          "DELTA_FILE_NOT_FOUND",
          "DELTA_LOG_FILE_NOT_FOUND",
          "DELTA_MISSING_PART_FILES",
          "DELTA_MISSING_TRANSACTION_LOG",
          "DELTA_NO_COMMITS_FOUND",
          "DELTA_STATE_RECOVER_ERROR",
          "DELTA_TABLE_NOT_FOUND",
          "DELTA_TRUNCATED_TRANSACTION_LOG",
          "DELTA_TXN_LOG_FAILED_INTEGRITY",
          "DELTA_VERSIONS_NOT_CONTIGUOUS");

  private static final String OTHER_CHECKSUM = "ChecksumException";

  /** A file by its ending, or a folder in quotes; either may have spaces in its name. */
  private static final Pattern FILE =
      Pattern.compile("(?:file:)?/[^`:\\n]*?\\.(?:json|parquet|crc)\\b|(?<=`)/[^`\\n]+(?=`)");

  private Damage() {}

  /** The user's error that a failure comes from, if it is one that is known here. */
  public static Optional<DampakException> in(Throwable failure) {
    Set<Throwable> chain = chain(failure);
    if (fills(failure)) {
      return Optional.of(LakeErrors.diskFull());
    }
    if (says(chain, FORBIDDEN)) {
      return Optional.of(LakeErrors.readOnlyDisk());
    }
    if (chain.stream().noneMatch(Damage::isDamage)) {
      return Optional.empty();
    }
    return chain.stream().flatMap(Damage::files).findFirst().map(file -> at(file, fault(chain)));
  }

  /** The user's error that a failure to read the table in a folder comes from. */
  static DampakException of(Path folder, Throwable failure) {
    Set<Throwable> chain = chain(failure);
    Path file =
        chain.stream()
            .flatMap(Damage::files)
            .filter(named -> named.startsWith(folder))
            .findFirst()
            .orElse(folder);
    return at(file, fault(chain));
  }

  private static String fault(Set<Throwable> chain) {
    return isMissing(chain) ? "is not there" : "is not what was once written";
  }

  /** Whether there was no space left. */
  static boolean fills(Throwable failure) {
    return says(chain(failure), FULL);
  }

  /** How the table can be had again. */
  static Recovery recovery(Table table) {
    return switch (table.layer()) {
      case BRONZE -> Recovery.FROM_INPUT_FILES;
      case SILVER, GOLD, REFERENCE -> Recovery.FROM_BRONZE;
      case OPS -> Recovery.FROM_NOTHING;
    };
  }

  private static DampakException at(Path file, String fault) {
    for (int depth = file.getNameCount() - 1; depth > 0; depth--) {
      Optional<Table> table = Tables.named(file.getName(depth - 1) + "." + file.getName(depth));
      if (table.isPresent()) {
        Path folder = ancestor(file, depth + 1);
        return LakeErrors.damagedTable(
            table.get().id(),
            ancestor(file, depth - 1),
            folder,
            (file.equals(folder) ? "Its log" : "The file " + file) + " " + fault,
            recovery(table.get()));
      }
    }
    return InputErrors.damaged(file, fault);
  }

  private static Path ancestor(Path file, int names) {
    Path root = file.getRoot();
    Path below = names == 0 ? Path.of("") : file.subpath(0, names);
    return root == null ? below : root.resolve(below);
  }

  private static boolean isDamage(Throwable cause) {
    return cause.getClass().getSimpleName().equals(OTHER_CHECKSUM)
        || condition(cause).filter(Damage::isDamage).isPresent();
  }

  private static boolean isDamage(String condition) {
    return DAMAGED.stream().anyMatch(condition::startsWith);
  }

  private static Optional<String> condition(Throwable cause) {
    return cause instanceof SparkThrowable spark
        ? Optional.ofNullable(spark.getCondition())
        : Optional.empty();
  }

  private static boolean isMissing(Set<Throwable> chain) {
    return chain.stream()
        .anyMatch(
            cause ->
                cause instanceof FileNotFoundException
                    || condition(cause).filter(name -> name.contains("NOT_EXIST")).isPresent());
  }

  /** Files that an exception names: as a parameter, or within its message. */
  private static Stream<Path> files(Throwable cause) {
    Map<String, String> parameters =
        cause instanceof SparkThrowable spark ? spark.getMessageParameters() : Map.of();
    return Stream.concat(
            parameters.values().stream()
                .map(value -> value.replaceAll("^`|`$", ""))
                .filter(Damage::isPath),
            FILE.matcher(String.valueOf(cause.getMessage())).results().map(MatchResult::group))
        .map(Damage::path);
  }

  private static boolean isPath(String value) {
    return value.startsWith("file:/") || value.startsWith("/");
  }

  private static Path path(String name) {
    try {
      return name.startsWith("file:") ? Path.of(URI.create(name).getPath()) : Path.of(name);
    } catch (IllegalArgumentException e) { // not escaped as a URI is
      return Path.of(name.replaceFirst("^file:/+", "/"));
    }
  }

  private static boolean says(Set<Throwable> chain, List<String> texts) {
    return chain.stream()
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(message -> texts.stream().anyMatch(message::contains));
  }

  /** A failure with its causes, and what was thrown while they were cleared up. */
  private static Set<Throwable> chain(Throwable failure) {
    Set<Throwable> chain = new LinkedHashSet<>();
    collect(failure, chain);
    return chain;
  }

  private static void collect(Throwable failure, Set<Throwable> chain) {
    if (chain.add(failure)) {
      Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
          .forEach(cause -> collect(cause, chain));
    }
  }
}
