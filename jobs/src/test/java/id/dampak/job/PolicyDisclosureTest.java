package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.contract.ContentScore;
import id.dampak.contract.LiveSession;
import id.dampak.disclosure.Rules;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class PolicyDisclosureTest {
  private static final Rules THREE = new Rules(3, List.of(), 0.1);

  @Test
  void aThresholdIsShownThatManyReachAndManyMiss() {
    List<FieldReader> sessions =
        List.of(
            session("a", 0.1),
            session("b", 0.2),
            session("c", 0.29),
            session("d", 0.3),
            session("e", 0.4),
            session("f", 0.9));

    assertThat(PolicyDisclosure.published(THREE, List.of(0.3), sessions))
        .containsExactly(true, true);
    assertThat(PolicyDisclosure.published(THREE, List.of(0.29), sessions))
        .containsExactly(true, false);
    assertThat(PolicyDisclosure.published(THREE, List.of(0.3, 0.4), sessions))
        .containsExactly(true, true, false);
    assertThat(PolicyDisclosure.published(THREE, List.of(0.95), sessions))
        .containsExactly(true, true);
  }

  @Test
  void sessionsOfOneMerchantCountOnce() {
    List<FieldReader> sessions =
        List.of(
            session("a", 0.1),
            session("b", 0.2),
            session("c", 0.25),
            session("d", 0.3),
            session("d", 0.4),
            session("d", 0.9));

    assertThat(PolicyDisclosure.published(THREE, List.of(0.3), sessions))
        .containsExactly(true, false);
  }

  private static FieldReader session(String merchant, double score) {
    StructType schema =
        new StructType()
            .add(LiveSession.MERCHANT_ID.name(), LiveSession.MERCHANT_ID.type())
            .add(ContentScore.SCORE.name(), ContentScore.SCORE.type())
            .add(LiveSession.AMOUNT.name(), LiveSession.AMOUNT.type());
    return new FieldReader(new GenericRowWithSchema(new Object[] {merchant, score, 100L}, schema));
  }
}
