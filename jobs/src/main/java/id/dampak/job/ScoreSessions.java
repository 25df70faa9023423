package id.dampak.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.ContentScore;
import id.dampak.contract.Episode;
import id.dampak.contract.LiveSession;
import id.dampak.gold.SilencedSessions;
import id.dampak.text.Scoring;
import id.dampak.text.TextModel;
import id.dampak.text.TextModelFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores the text of every live session, by the study's own classifier if it has one. */
final class ScoreSessions {

  private ScoreSessions() {}

  static void run(RunContext run) {
    List<Path> models = run.models().usableBy(run.study().id());
    Dataset<Row> sessions = run.read(LiveSession.TABLE);
    if (models.isEmpty() || sessions.isEmpty()) {
      run.note("no trained model or no live sessions, so nothing is scored");
      run.write(ContentScore.TABLE, List.of());
      return;
    }
    TextModel model = TextModelFile.read(models.get(0));
    Dataset<Row> marked = SilencedSessions.marked(sessions, run.read(Episode.TABLE));
    run.write(
        ContentScore.TABLE,
        Scoring.sessions(
            marked, run.study().id(), coalesce(col(SilencedSessions.SILENCED), lit(false)), model));
    long scored = run.read(ContentScore.TABLE).count();
    run.tally(Tally.of(ContentScore.TABLE.id(), scored, scored));
  }
}
