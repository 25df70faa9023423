package id.dampak.text;

import id.dampak.contract.ContentScore;
import id.dampak.contract.Field;
import id.dampak.contract.LiveSession;
import java.util.Iterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Scores many texts: the model travels to the executors once and needs no MLlib there. */
public final class Scoring {

  private Scoring() {}

  /**
   * The rows, each with {@link ContentScore#SCORE} and {@link ContentScore#MODEL_ID} appended.
   *
   * @param rows any rows that have the column {@code text}
   * @param text what to score; never null
   */
  public static Dataset<Row> score(Dataset<Row> rows, Field text, TextModel model) {
    StructType schema =
        rows.schema()
            .add(ContentScore.SCORE.name(), ContentScore.SCORE.type(), false)
            .add(ContentScore.MODEL_ID.name(), ContentScore.MODEL_ID.type(), false);
    int position = rows.schema().fieldIndex(text.name());
    Broadcast<TextModel> shared =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext()).broadcast(model);
    MapPartitionsFunction<Row, Row> scorer =
        partition -> new Scored(partition, position, shared.value());
    return rows.mapPartitions(scorer, Encoders.row(schema));
  }

  /**
   * Rows of {@link ContentScore#TABLE} for live sessions.
   *
   * @param sessions rows of {@link LiveSession#TABLE}
   * @param study identifier of the study that they are scored for
   * @param duringSuspension whether a suspension silenced the session, or would have
   */
  public static Dataset<Row> sessions(
      Dataset<Row> sessions, String study, Column duringSuspension, TextModel model) {
    Dataset<Row> marked =
        sessions.select(
            ContentScore.STUDY.from(functions.lit(study)),
            ContentScore.SESSION_ID.from(LiveSession.SESSION_ID.col()),
            ContentScore.MERCHANT_ID.from(LiveSession.MERCHANT_ID.col()),
            LiveSession.TEXT.col(),
            ContentScore.LEVEL.from(LiveSession.LEVEL.col()),
            ContentScore.DURING_SUSPENSION.from(duringSuspension));
    return score(marked, LiveSession.TEXT, model).select(ContentScore.TABLE.columns());
  }

  /** Rows of a partition as they are asked for, each with its score and the model's id. */
  private record Scored(Iterator<Row> rows, int text, TextModel model) implements Iterator<Row> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      int width = row.length();
      Object[] cells = new Object[width + 2];
      for (int i = 0; i < width; i++) {
        cells[i] = row.get(i);
      }
      cells[width] = model.score(row.getString(text));
      cells[width + 1] = model.id();
      return RowFactory.create(cells);
    }
  }
}
