package id.dampak.reliability;

import id.dampak.contract.CleanedFile;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.JobRun;
import id.dampak.contract.Landed;
import id.dampak.contract.LandedFile;
import id.dampak.contract.ReferenceVersion;
import id.dampak.contract.Release;
import id.dampak.contract.ReleasedSales;
import id.dampak.contract.Run;
import id.dampak.contract.StoredStudy;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.contract.Watermark;
import id.dampak.lake.Lake;
import id.dampak.text.TextModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * All that a lake says, but for what has to differ between two runs that do the same: the time of
 * day. Left out are, by name, the columns {@code run_id} (it begins with the time), {@code
 * ingested_at}, {@code landed_at}, {@code counted_during}, {@code cleaned_at}, {@code loaded_at},
 * {@code released_at} and {@code first_run_at}, and the tables {@code ops.run}, {@code
 * ops.job_run}, {@code ops.watermark} and {@code ops.release}, which are the diary of the runs and
 * commits there were, interrupted ones among them.
 *
 * @param lines the rows of every table as JSON, sorted, by table; and the classifier's lines
 */
record LakeContents(Map<String, List<String>> lines) {
  static final Set<String> TIME_OF_DAY =
      Set.of(
          EstimateRow.RUN_ID.name(),
          Landed.INGESTED_AT.name(),
          LandedFile.LANDED_AT.name(),
          LandedFile.COUNTED_DURING.name(),
          CleanedFile.CLEANED_AT.name(),
          ReferenceVersion.LOADED_AT.name(),
          ReleasedSales.RELEASED_AT.name(),
          StoredStudy.FIRST_RUN_AT.name());
  static final Set<Table> DIARY = Set.of(Run.TABLE, JobRun.TABLE, Watermark.TABLE, Release.TABLE);

  LakeContents {
    lines = Map.copyOf(lines);
  }

  /** What a lake says now. */
  static LakeContents of(Lake lake) {
    return of(lake, Tables.ALL);
  }

  /** What some tables of a lake, its classifier and its reports say now. */
  static LakeContents of(Lake lake, Collection<Table> tables) {
    Map<String, List<String>> lines = new TreeMap<>();
    tables.stream()
        .filter(table -> !DIARY.contains(table) && lake.has(table))
        .map(table -> json(table, lake.read(table)))
        .reduce(Dataset::unionByName)
        .map(Dataset::collectAsList)
        .orElseGet(List::of)
        .forEach(
            row ->
                lines
                    .computeIfAbsent(row.getString(0), table -> new java.util.ArrayList<>())
                    .add(row.getString(1)));
    lines.values().forEach(Collections::sort);
    lines.put("models", models(lake));
    lines.put("reports", reports(lake));
    return new LakeContents(lines);
  }

  /** Where it differs from another, in a line a table; empty where it does not. */
  List<String> differencesFrom(LakeContents other) {
    Set<String> tables = new java.util.TreeSet<>(lines.keySet());
    tables.addAll(other.lines.keySet());
    return tables.stream().flatMap(table -> difference(table, other)).toList();
  }

  private Stream<String> difference(String table, LakeContents other) {
    List<String> here = lines.getOrDefault(table, List.of());
    List<String> there = other.lines.getOrDefault(table, List.of());
    if (here.equals(there)) {
      return Stream.empty();
    }
    return Stream.of(
        "%s: %d rows instead of %d; only here %s; only there %s"
            .formatted(table, here.size(), there.size(), first(here, there), first(there, here)));
  }

  /** The first of those that occur more often in one list than in the other. */
  private static String first(List<String> more, List<String> less) {
    List<String> left = new java.util.ArrayList<>(more);
    less.forEach(left::remove);
    return left.isEmpty() ? "nothing" : left.get(0);
  }

  private static Dataset<Row> json(Table table, Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .filter(name -> !TIME_OF_DAY.contains(name))
            .map(rows::col)
            .toArray(Column[]::new);
    return rows.select(
        functions.lit(table.id()).as("table"),
        functions.to_json(functions.struct(columns)).as("row"));
  }

  private static List<String> models(Lake lake) {
    Path folder = lake.root().resolve("models");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith(TextModelFile.NAME))
          .sorted()
          .flatMap(
              file -> Stream.concat(Stream.of(folder.relativize(file).toString()), lines(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path model) {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(model))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether each report is a whole page: it shows the time, so that its text has to differ. */
  private static List<String> reports(Lake lake) {
    Path folder = lake.root().resolve("reports");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(file -> folder.relativize(file) + (isWhole(file) ? " is whole" : " is cut"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(Path page) {
    try {
      return Files.readString(page).strip().endsWith("</html>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Columns that are left out, for the account of a soak. */
  static List<String> leftOut() {
    return Stream.concat(TIME_OF_DAY.stream(), DIARY.stream().map(Table::id)).sorted().toList();
  }
}
