package id.dampak.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceTextTest {

  @Test
  void quotesHoldCommasAndDoubledQuotes() {
    assertThat(ReferenceText.fields("a,\"b, c\",,\"say \"\"d\"\"\""))
        .isEqualTo(List.of("a", "b, c", "", "say \"d\""));
  }

  @Test
  void aRowIsReadByColumn() {
    ReferenceText sectors = ReferenceText.named("sectors.csv");

    Map<String, String> agriculture = sectors.records().get(0);
    assertThat(agriculture)
        .containsEntry("section", "A")
        .containsEntry("name", "Pertanian, Kehutanan dan Perikanan");
    assertThat(sectors.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ReferenceText.named("nowhere.csv"))
        .hasMessageContaining("nowhere.csv");
  }
}
