package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;
import java.util.Map;

/**
 * The bronze tables. They share one shape, because a landed row is kept as its source said it:
 * every field as text under the source's own column name, beside the lineage that leads back to the
 * file.
 */
public final class Landed {
  public static final Field DATASET =
      required("dataset", StringType, "The body of data that the study draws on");
  public static final Field INPUT =
      required("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_FILE =
      required("source_file", StringType, "File that the row came from");
  public static final Field SOURCE_SHA256 =
      required("source_sha256", StringType, "SHA-256 of that file");
  public static final Field SOURCE_ROW =
      required("source_row", LongType, "Row number within that file, 1 = first data row");
  public static final Field INGESTED_AT =
      required("ingested_at", TimestampType, "When the row landed, UTC");
  public static final Field FIELDS =
      required(
          "fields", createMapType(StringType, StringType), "The row as landed, by source column");
  public static final Field DEFECT =
      new Field(
          "defect", StringType, true, "Why the row could not be read cleanly; null where it could");

  public static final Table SUSPENSION = table("suspension", "Suspension records as landed");
  public static final Table TRANSACTION = table("transaction", "Transactions as landed");
  public static final Table ATTRIBUTION =
      table("attribution", "Attributions of orders to content as landed");
  public static final Table MERCHANT = table("merchant", "Merchants as landed");
  public static final Table LIVE_SESSION = table("live_session", "Live sessions as landed");
  public static final Table CONTENT = table("content", "Labelled texts as landed");
  public static final Table EVALUATION_TEXT =
      table("evaluation_text", "Texts that the classifier is judged by, as landed");

  /**
   * The name under {@link #FIELDS} of a field that no column has: what the study gives for it by a
   * constant or by the name of the file. It is there where the value had to become a pseudonym.
   */
  public static String given(String field) {
    return "_given_" + field;
  }

  private static Table table(String name, String doc) {
    List<Field> fields =
        List.of(
            DATASET, INPUT, SOURCE_FILE, SOURCE_SHA256, SOURCE_ROW, INGESTED_AT, FIELDS, DEFECT);
    return new Table(
        Layer.BRONZE,
        name,
        doc,
        fields,
        List.of(DATASET, INPUT, SOURCE_SHA256, SOURCE_ROW),
        List.of(),
        List.of(),
        Map.of(FIELDS, Sensitivity.AS_LANDED),
        List.of());
  }

  private static Field required(String name, org.apache.spark.sql.types.DataType type, String doc) {
    return new Field(name, type, false, doc);
  }

  private Landed() {}
}
