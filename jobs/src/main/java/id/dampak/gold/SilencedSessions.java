package id.dampak.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import id.dampak.contract.Episode;
import id.dampak.contract.LiveSession;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which live sessions a suspension silenced, or would have. */
public final class SilencedSessions {
  /** Column of {@link #marked}: whether an episode overlaps the session. */
  public static final String SILENCED = "silenced";

  private static final String SESSION = "s";
  private static final String EPISODE = "e";

  private SilencedSessions() {}

  /**
   * The sessions with {@link #SILENCED} appended. Where sessions lie is not known, so only episodes
   * that cover the whole country silence them.
   *
   * @param sessions rows of {@link LiveSession}
   * @param episodes rows of {@link Episode}
   */
  public static Dataset<Row> marked(Dataset<Row> sessions, Dataset<Row> episodes) {
    Dataset<Row> nationwide = episodes.filter(Episode.REGION_CODE.col().equalTo("*")).as(EPISODE);
    Column overlaps =
        LiveSession.STARTED_AT
            .of(SESSION)
            .lt(coalesce(Episode.ENDED_AT.of(EPISODE), LiveSession.ENDED_AT.of(SESSION)))
            .and(LiveSession.ENDED_AT.of(SESSION).gt(Episode.STARTED_AT.of(EPISODE)));
    Dataset<Row> silenced =
        sessions
            .as(SESSION)
            .join(nationwide, overlaps.and(samePlatform()), "left_semi")
            .select(LiveSession.SESSION_ID.of(SESSION), lit(true).as(SILENCED))
            .groupBy(LiveSession.SESSION_ID.name())
            .agg(max(col(SILENCED)).as(SILENCED));
    return sessions.join(silenced, new String[] {LiveSession.SESSION_ID.name()}, "left_outer");
  }

  private static Column samePlatform() {
    return Episode.PLATFORM
        .of(EPISODE)
        .equalTo("*")
        .or(Episode.PLATFORM.of(EPISODE).equalTo(LiveSession.PLATFORM.of(SESSION)));
  }
}
