package id.dampak.gold;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.contract.ContentScore;
import id.dampak.contract.LiveSession;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class SilencedScoresTest {

  @Test
  void aSilencedSessionIsThereOnceWithItsScoreAndWhatItWouldHaveSold() {
    // A session is one row of either table: both keys end in session_id.
    assertThat(ContentScore.TABLE.grain()).last().isEqualTo(ContentScore.SESSION_ID);
    assertThat(LiveSession.TABLE.grain()).last().isEqualTo(LiveSession.SESSION_ID);
    assertThat(
            Rows.texts(
                SilencedScores.of(
                    Rows.of(
                        ContentScore.TABLE,
                        "session_id | score | level | during_suspension",
                        "s1 | 0.9 | 4 | true",
                        "s2 | 0.1 | | true",
                        "s3 | 0.8 | 1 | false"),
                    Rows.of(
                        LiveSession.TABLE,
                        "session_id | merchant_id | amount",
                        "s1 | m1 | 10",
                        "s2 | m2 | 20",
                        "s3 | m1 | 30")),
                "session_id",
                "score",
                "level",
                "merchant_id",
                "amount"))
        .isEqualTo(List.of("s1 | 0.9 | 4 | m1 | 10", "s2 | 0.1 | null | m2 | 20"));
  }
}
