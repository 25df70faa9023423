package id.dampak.gold;

import id.dampak.contract.ContentScore;
import id.dampak.contract.LiveSession;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the sessions that a suspension silenced scored, and what was or would have been sold. */
public final class SilencedScores {
  private SilencedScores() {}

  /**
   * One row a session: its identifier, score, level, merchant and amount.
   *
   * @param scores rows of {@link ContentScore}
   * @param sessions rows of {@link LiveSession}
   */
  public static Dataset<Row> of(Dataset<Row> scores, Dataset<Row> sessions) {
    return scores
        .filter(ContentScore.DURING_SUSPENSION.col())
        .select(ContentScore.SESSION_ID.col(), ContentScore.SCORE.col(), ContentScore.LEVEL.col())
        .join(
            sessions.select(
                LiveSession.SESSION_ID.col(),
                LiveSession.MERCHANT_ID.col(),
                LiveSession.AMOUNT.col()),
            new String[] {LiveSession.SESSION_ID.name()},
            "inner")
        .select(
            ContentScore.SESSION_ID.col(),
            ContentScore.SCORE.col(),
            ContentScore.LEVEL.col(),
            LiveSession.MERCHANT_ID.col(),
            LiveSession.AMOUNT.col());
  }
}
