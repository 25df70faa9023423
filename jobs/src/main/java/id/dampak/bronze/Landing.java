package id.dampak.bronze;

import id.dampak.contract.Landed;
import id.dampak.format.SourceFormat;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
import org.apache.spark.sql.types.StructType;

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

  /** What becomes of the columns of every file that was inspected and can be used. */
  public List<FileColumns> columns() {
    return List.copyOf(columns);
  }

  private Redaction redaction(Input input) {
    return new Redaction(PersonalData.of(input), pseudonyms);
  }

  /**
   * Looks at a file before anything of it is written.
   *
   * @param required source columns that must be there, each with what needs it
   * @return columns that the format does not know; empty where the format leaves them to the study
   * @throws id.dampak.error.DampakException where the file cannot be used
   */
  public List<String> inspect(Input input, SourceFile file, Map<String, String> required) {
    Redaction redaction = redaction(input);
    if (input.format() == Input.Format.PARQUET) {
      ParquetEnds.require(file);
      StructType schema = session.read().parquet(file.path()).schema();
      TextFiles.requireColumns(input, file, List.of(schema.fieldNames()), required);
      columns.add(ParquetFates.of(file.input(), schema, redaction));
      return List.of();
    }
    FileColumns present = TextFiles.inspect(input, file, required, redaction);
    columns.add(present);
    SourceFormat format = input.format().declaration();
    return present.fates().entrySet().stream()
        .filter(column -> !column.getValue().dropped())
        .map(Map.Entry::getKey)
        .filter(column -> !format.knows(column))
        .toList();
  }

  /**
   * The rows of {@code files}, each of them inspected, in the shape of the {@link Landed} tables.
   */
  public Dataset<Row> rows(Input input, List<SourceFile> files) {
    Redaction redaction = redaction(input);
    GivenFields given = GivenFields.of(input, pseudonyms);
    if (input.format() == Input.Format.PARQUET) {
      return files.stream()
          .map(file -> parquet(file, redaction, given.of(file)))
          .reduce(Dataset::unionByName)
          .orElseThrow();
    }
    Map<SourceFile, Map<String, String>> givenByFile = new HashMap<>();
    files.forEach(file -> givenByFile.put(file, given.of(file)));
    return session
        .createDataset(files, Encoders.javaSerialization(SourceFile.class))
        .repartition(files.size())
        .flatMap(
            new Rows(dataset, ingestedAt, RowReaders.of(input), redaction, givenByFile),
            Encoders.row(Landed.TRANSACTION.schema()));
  }

  private Dataset<Row> parquet(SourceFile file, Redaction redaction, Map<String, String> given) {
    Dataset<Row> rows = session.read().parquet(file.path());
    Map<String, Fate> fates = ParquetFates.of(file.input(), rows.schema(), redaction).fates();
    List<Column> entries = new ArrayList<>();
    fates.forEach(
        (name, fate) -> {
          if (!fate.dropped()) {
            entries.addAll(List.of(functions.lit(name), text(rows, name)));
          }
        });
    given.forEach(
        (name, text) -> entries.addAll(List.of(functions.lit(name), functions.lit(text))));
    Dataset<Row> landed =
        rows.select(
            Landed.DATASET.from(functions.lit(dataset)),
            Landed.INPUT.from(functions.lit(file.input())),
            Landed.SOURCE_FILE.from(functions.lit(file.name())),
            Landed.SOURCE_SHA256.from(functions.lit(file.sha256())),
            Landed.SOURCE_ROW.from(rows.metadataColumn("_metadata").getField("row_index").plus(1)),
            Landed.INGESTED_AT.from(functions.lit(Timestamp.from(ingestedAt))),
            Landed.FIELDS.from(functions.map(entries.toArray(Column[]::new))),
            Landed.DEFECT.from(functions.lit(null)));
    Map<String, Subject> subjects = new HashMap<>();
    fates.forEach((name, fate) -> fate.subject().ifPresent(whom -> subjects.put(name, whom)));
    return subjects.isEmpty()
        ? landed
        : landed.map(
            new ParquetFates(redaction, subjects), Encoders.row(Landed.TRANSACTION.schema()));
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

  private record Rows(
      String dataset,
      Instant ingestedAt,
      RowReaders readers,
      Redaction redaction,
      Map<SourceFile, Map<String, String>> given)
      implements FlatMapFunction<SourceFile, Row> {

    @Override
    public Iterator<Row> call(SourceFile file) {
      RowReader reader = redaction.over(readers.open(file));
      Timestamp time = Timestamp.from(ingestedAt);
      Map<String, String> ofEveryRow = given.getOrDefault(file, Map.of());
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          boolean more = reader.hasNext();
          if (!more) {
            reader.close();
            file.requireUnchanged(); // here, for what a task throws is never committed
          }
          return more;
        }

        @Override
        public Row next() {
          LandedRow row = reader.next();
          Map<String, String> fields = row.fields();
          if (!ofEveryRow.isEmpty()) {
            fields = new LinkedHashMap<>(fields);
            fields.putAll(ofEveryRow);
          }
          return RowFactory.create(
              dataset,
              file.input(),
              file.name(),
              file.sha256(),
              row.number(),
              time,
              scala.jdk.javaapi.CollectionConverters.asScala(fields),
              row.defect().orElse(null));
        }
      };
    }
  }
}
