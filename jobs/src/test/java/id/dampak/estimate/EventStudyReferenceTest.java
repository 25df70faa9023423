package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event study against fixest's {@code i(period, treat, ref = 5)}, every standard error. */
class EventStudyReferenceTest {

  @Test
  void baseDidMatchesBalanced() throws IOException {
    check("eventstudy", false);
  }

  @Test
  void baseDidMatchesUnbalancedWithSingletonsKept() throws IOException {
    check("unbalanced_eventstudy", true);
  }

  private static void check(String result, boolean unbalanced) throws IOException {
    Reference did = Reference.named("base_did");
    Panel balanced = did.panel("y", "x1", "treat", "id", "period");
    Panel panel = unbalanced ? BaseDid.unbalanced(balanced) : balanced;
    int compared = 0;
    for (JsonNode term : did.results(result)) {
      for (Iterator<String> names = term.get("se").fieldNames(); names.hasNext(); compared++) {
        String se = names.next();
        ExposureEventStudy study =
            ExposureEventStudy.of("y", "treat", "id", "period", 6)
                .but()
                .controllingFor("x1")
                .variance(Reference.variance(se, List.of("id", "period")))
                .build();
        Estimate ours = study.fit(panel).estimate(ourName(term.get("name").asText(), study));
        Reference.near(ours.estimate(), term.get("estimate").asDouble(), 1e-7);
        if (term.get("se").get(se).isNull()) {
          assertThat(ours.stdError()).as("%s %s", ours.term(), se).isNaN();
        } else {
          Reference.near(ours.stdError(), term.get("se").get(se).asDouble(), 1e-6);
        }
      }
    }
    assertThat(compared).isEqualTo(100);
  }

  private static String ourName(String theirs, ExposureEventStudy study) {
    return theirs.startsWith("period::")
        ? study.term(Integer.parseInt(theirs.replaceAll("\\D", "")) - study.eventPeriod())
        : theirs;
  }
}
