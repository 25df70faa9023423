package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dampak.contract.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class BundledCorpusTest {
  private static final Path ROOT = Path.of(System.getProperty("dampak.root", ".."));
  private static final List<Row> CORPUS =
      Corpus.read(ROOT.resolve(Path.of("data-samples", "content", "texts.csv")));

  @Test
  void everyTextIsThereOnceAndHasALevelAFamilyAndARegister() {
    assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(450);
    assertThat(column(Content.CONTENT_ID.name())).doesNotHaveDuplicates();
    assertThat(CORPUS.stream().map(BundledCorpusTest::tokens)).doesNotHaveDuplicates();
    assertThat(column(Content.LEVEL.name())).containsOnly(0, 1, 2, 3, 4);
    assertThat(column(Content.REGISTER.name()))
        .containsOnly("live_chat", "host_speech", "caption", "forward", "formal");
    assertThat(column(Content.FAMILY.name())).doesNotContainNull();
  }

  /** The functional suite judges the corpus, so nothing like its texts may be in it. */
  @Test
  void noTextRepeatsTheFunctionalSuite() {
    Path suite =
        ROOT.resolve(System.getProperty("dampak.shared", "../shared"))
            .resolve(Path.of("reference", "text", "functional_tests.csv"));
    assumeTrue(Files.exists(suite), "the reference data are not on this machine");
    List<LabelledText> tests =
        new LabelledTexts("text", "expected", 1, Optional.empty()).read(suite);
    for (LabelledText test : tests) {
      Set<String> words = Set.copyOf(Normaliser.tokens(test.text()));
      assertThat(CORPUS)
          .allSatisfy(row -> assertThat(overlap(words, Set.copyOf(tokens(row)))).isLessThan(0.7));
    }
  }

  /** So may nothing like them be in what judges the classifier in every report. */
  @Test
  void heldOutTextsRepeatNeitherTheCorpusNorOneAnother() {
    List<LabelledText> heldOut =
        new LabelledTexts("text", "expected", 1, Optional.of("category"))
            .read(ROOT.resolve(Path.of("data-samples", "content", "held-out.csv")));
    assertThat(heldOut).hasSizeGreaterThanOrEqualTo(60);
    assertThat(heldOut).extracting(LabelledText::positive).contains(true, false);
    for (LabelledText text : heldOut) {
      Set<String> words = Set.copyOf(Normaliser.tokens(text.text()));
      assertThat(CORPUS)
          .allSatisfy(row -> assertThat(overlap(words, Set.copyOf(tokens(row)))).isLessThan(0.7));
      assertThat(heldOut)
          .filteredOn(other -> !other.equals(text))
          .allSatisfy(
              other ->
                  assertThat(overlap(words, Set.copyOf(Normaliser.tokens(other.text()))))
                      .isLessThan(0.7));
    }
  }

  private static double overlap(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return (double) both.size() / (a.size() + b.size() - both.size());
  }

  private static List<String> tokens(Row row) {
    return Normaliser.tokens(row.getString(position(Content.TEXT.name())));
  }

  private static List<Object> column(String name) {
    return CORPUS.stream().map(row -> row.get(position(name))).toList();
  }

  private static int position(String name) {
    return Content.TABLE.schema().fieldIndex(name);
  }
}
