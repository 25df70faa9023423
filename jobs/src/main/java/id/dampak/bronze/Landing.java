package id.dampak.bronze;

import id.dampak.contract.Landed;
import id.dampak.error.InputErrors;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalColumns;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.Pseudonyms;
import id.dampak.study.Input;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Brings the files of an input into bronze rows: every field as text under the source's own name,
 * with its lineage.
 */
public final class Landing {
  private static final String INSTANT = "yyyy-MM-dd HH:mm:ss.SSSSSSXXX";

  private final SparkSession session;
  private final String dataset;
  private final Instant ingestedAt;
  private final Optional<Pseudonyms> pseudonyms;
  private final List<FileColumns> columns = new ArrayList<>();

  /**
   * A landing for one dataset.
   *
   * @param ingestedAt time that the rows carry
   * @param pseudonyms how identifiers are replaced; they stay as they are where empty
   */
  public Landing(
      SparkSession session, String dataset, Instant ingestedAt, Optional<Pseudonyms> pseudonyms) {
    this.session = session;
    this.dataset = dataset;
    this.ingestedAt = ingestedAt;
    this.pseudonyms = pseudonyms;
  }

  /** What becomes of the columns of every file that rows were asked of so far. */
  public List<FileColumns> columns() {
    return List.copyOf(columns);
  }

  /**
   * The rows of {@code files}, in the shape of the {@link Landed} tables.
   *
   * @param required source columns that must be there, each with the field that needs it
   */
  public Dataset<Row> rows(Input input, List<SourceFile> files, Map<String, String> required) {
    Redaction redaction = new Redaction(PersonalData.of(input), pseudonyms);
    return switch (input.format()) {
      case CSV, STOP -> csv(files, required, redaction);
      case PARQUET ->
          files.stream()
              .map(file -> parquet(file, required, redaction))
              .reduce(Dataset::unionByName)
              .orElseThrow();
    };
  }

  private Dataset<Row> csv(
      List<SourceFile> files, Map<String, String> required, Redaction redaction) {
    for (SourceFile file : files) {
      try (RowReader reader = CsvRows.of(file)) {
        requireColumns(file, reader.columns(), required);
        columns.add(new FileColumns(file.input(), redaction.fates(reader.columns())));
      }
    }
    return session
        .createDataset(files, Encoders.javaSerialization(SourceFile.class))
        .repartition(files.size())
        .flatMap(
            new Rows(dataset, ingestedAt, redaction), Encoders.row(Landed.TRANSACTION.schema()));
  }

  private Dataset<Row> parquet(SourceFile file, Map<String, String> required, Redaction redaction) {
    ParquetEnds.require(file);
    Dataset<Row> rows = session.read().parquet(file.path());
    requireColumns(file, List.of(rows.columns()), required);
    Map<String, Fate> fates = ParquetFates.of(rows.schema(), redaction);
    columns.add(new FileColumns(file.input(), fates));
    Column[] entries =
        fates.entrySet().stream()
            .filter(column -> !column.getValue().dropped())
            .map(Map.Entry::getKey)
            .flatMap(name -> java.util.stream.Stream.of(functions.lit(name), text(rows, name)))
            .toArray(Column[]::new);
    Dataset<Row> landed =
        rows.select(
            Landed.DATASET.from(functions.lit(dataset)),
            Landed.INPUT.from(functions.lit(file.input())),
            Landed.SOURCE_FILE.from(functions.lit(file.name())),
            Landed.SOURCE_SHA256.from(functions.lit(file.sha256())),
            Landed.SOURCE_ROW.from(rows.metadataColumn("_metadata").getField("row_index").plus(1)),
            Landed.INGESTED_AT.from(functions.lit(Timestamp.from(ingestedAt))),
            Landed.FIELDS.from(functions.map(entries)),
            Landed.DEFECT.from(functions.lit(null)));
    return fates.values().stream().anyMatch(fate -> fate.subject().isPresent())
        ? landed.map(new ParquetFates(redaction), Encoders.row(Landed.TRANSACTION.schema()))
        : landed;
  }

  /**
   * A column as text; a point in time keeps its offset, or it would be taken for a wall clock's.
   */
  private static Column text(Dataset<Row> rows, String name) {
    Column column = rows.col("`" + name.replace("`", "``") + "`");
    return rows.schema().apply(name).dataType().equals(DataTypes.TimestampType)
        ? functions.date_format(column, INSTANT)
        : column.cast(DataTypes.StringType);
  }

  private static void requireColumns(
      SourceFile file, List<String> present, Map<String, String> required) {
    required.forEach(
        (column, field) -> {
          if (!present.contains(column)) {
            throw InputErrors.missingColumn(
                file.input(), Path.of(file.path()), column, field, PersonalColumns.shown(present));
          }
        });
  }

  private record Rows(String dataset, Instant ingestedAt, Redaction redaction)
      implements FlatMapFunction<SourceFile, Row> {

    @Override
    public Iterator<Row> call(SourceFile file) {
      RowReader reader = redaction.over(CsvRows.of(file));
      Timestamp time = Timestamp.from(ingestedAt);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          boolean more = reader.hasNext();
          if (!more) {
            reader.close();
          }
          return more;
        }

        @Override
        public Row next() {
          LandedRow row = reader.next();
          return RowFactory.create(
              dataset,
              file.input(),
              file.name(),
              file.sha256(),
              row.number(),
              time,
              scala.jdk.javaapi.CollectionConverters.asScala(row.fields()),
              row.defect().orElse(null));
        }
      };
    }
  }
}
