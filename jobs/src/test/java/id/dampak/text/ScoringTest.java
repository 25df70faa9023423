package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.SharedSpark;
import id.dampak.contract.ContentScore;
import id.dampak.contract.LiveSession;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
final class ScoringTest {
  private static final TextModel MODEL =
      new TextModel(
          0,
          new Platt(1, 0),
          new Thresholds(0.9, 0.6, 0.4),
          Map.of(Block.WORD, Map.of("bakar", new TextModel.Weight(1, 2))));

  @Test
  void sessionsGetTheScoreOfThePlainModelInTheTablesColumns() {
    List<Row> sessions =
        List.of(session("s1", "bakar kantornya"), session("s2", "diskon"), session("s3", ""));
    List<Row> scores =
        Scoring.sessions(
                SharedSpark.session().createDataFrame(sessions, LiveSession.TABLE.schema()),
                "study",
                functions.lit(true),
                MODEL)
            .collectAsList();
    assertThat(scores)
        .extracting(Row::toString)
        .containsExactly(
            "[study,s1,m," + MODEL.score("bakar") + ",null," + MODEL.id() + ",true]",
            "[study,s2,m,0.5,null," + MODEL.id() + ",true]",
            "[study,s3,m,0.5,null," + MODEL.id() + ",true]");
  }

  @Test
  void scoresAreRowsOfTheirTable() {
    assertThat(
            Scoring.sessions(
                    SharedSpark.session()
                        .createDataFrame(Collections.<Row>emptyList(), LiveSession.TABLE.schema()),
                    "study",
                    functions.lit(false),
                    MODEL)
                .columns())
        .containsExactly(ContentScore.TABLE.schema().fieldNames());
  }

  private static Row session(String id, String text) {
    Timestamp start = Timestamp.valueOf("2025-08-30 12:00:00");
    Timestamp end = Timestamp.valueOf("2025-08-30 13:00:00");
    return RowFactory.create(
        "data", id, "m", "tiktok", start, end, 0L, 0L, text, null, start, "in", "f.csv", 1L, start);
  }
}
