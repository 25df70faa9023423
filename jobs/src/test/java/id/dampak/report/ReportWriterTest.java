package id.dampak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dampak.error.DampakException;
import id.dampak.policy.PolicyOption;
import id.dampak.report.Losses.Breakdown;
import id.dampak.report.Losses.Group;
import id.dampak.report.Masthead.DataOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final String FULL = ReportWriter.render(SampleReport.full(28, 14));

  @Test
  void everySectionOfAFullModelIsOnThePage() {
    for (Section section : SampleReport.full(28, 14).sections()) {
      assertThat(FULL).contains("<section id=\"" + section.anchor() + "\"");
      assertThat(FULL).contains("href=\"#" + section.anchor() + "\"");
    }
  }

  @Test
  void theAnswerIsOneSentenceWithItsInterval() {
    assertThat(FULL)
        .containsPattern(
            "cost the 1,184 sellers of this market <strong>Rp1\\.23 billion</strong> of sales.*"
                + "95% confidence interval Rp1\\.01 billion to Rp1\\.46 billion");
  }

  @Test
  void theTerminalTellsTheSameSentence() {
    Answer answer = new Answer("It cost", SampleReport.money(2e9, 1e9), "of sales", List.of());

    assertThat(answer.sentence())
        .isEqualTo(
            "It cost Rp2.00 billion of sales (95% confidence interval "
                + answer.effect().intervalText()
                + ").");
    assertThat(page(answer)).contains("95% confidence interval " + answer.effect().intervalText());
  }

  @Test
  void anIntervalAroundZeroIsSaidToIncludeIt() {
    Answer answer = new Answer("It cost", SampleReport.money(1e9, 2e9), "", List.of());

    assertThat(page(answer)).contains("compatible with no effect");
    assertThat(FULL).doesNotContain("compatible with no effect");
  }

  @Test
  void withoutEstimatesThePageSaysWhyThereIsNoNumber() {
    String page = ReportWriter.render(SampleReport.withoutEstimates());

    assertThat(page).contains("do not allow a causal number", "come from one shop");
    assertThat(page).doesNotContain("confidence interval").doesNotContain("<svg");
  }

  @Test
  void emptySectionsVanishFromPageAndNavigation() {
    String page = ReportWriter.render(SampleReport.withoutEstimates());

    assertThat(page).doesNotContain("#key-figures", "#anomalies", "id=\"key-figures\"");
  }

  @Test
  void syntheticDataAreSaidToBeSynthetic() {
    Masthead sample = SampleReport.MASTHEAD;
    Masthead observed =
        new Masthead(
            sample.title(),
            sample.question(),
            sample.studyId(),
            sample.ranAt(),
            DataOrigin.OBSERVED);

    assertThat(FULL).contains("Synthetic data.");
    assertThat(ReportWriter.render(new ReportModel(observed, List.of())))
        .doesNotContain("Synthetic data.");
  }

  @Test
  void hostileTextIsShownAndNotRun() {
    String hostile = "<script>alert('x')</script>\"'&<img src=x onerror=y>";
    Masthead sample = SampleReport.MASTHEAD;
    Masthead masthead = new Masthead(hostile, hostile, hostile, sample.ranAt(), sample.origin());
    Group group = new Group(hostile, 11, SampleReport.money(1e9, 1e8), Optional.empty());
    Breakdown breakdown =
        new Breakdown(hostile, SampleReport.MONEY, List.of(group), List.of(hostile), hostile);

    String page =
        ReportWriter.render(
            new ReportModel(
                masthead,
                List.of(
                    new Answer(hostile, SampleReport.money(1e9, 1e8), hostile, List.of(hostile)),
                    new Losses(List.of(breakdown), hostile),
                    new Suspensions(
                        List.of(
                            new Suspensions.Episode(
                                hostile, hostile, hostile, sample.ranAt(), Optional.empty(), 1)),
                        1,
                        hostile),
                    new NoAnswer(hostile, List.of(hostile)))));

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script").doesNotContain("<img");
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    assertThat(FULL)
        .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .doesNotContain("<script", "<link", "<iframe", "<img", "@import", "src=")
        .doesNotContainPattern("url\\((?!#)")
        .doesNotContainPattern("href=[\"'](?!#)");
  }

  @Test
  void everyIdIsUnique() {
    List<String> ids =
        Pattern.compile("\\bid=['\"]([^'\"]+)['\"]")
            .matcher(FULL)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void chartsHaveADescriptionAndScale() {
    assertThat(FULL).contains("role=\"img\" aria-label=\"Event study:", "viewBox='0 0 350 300'");
  }

  @Test
  void suspensionsShowHowLongTheyLasted() {
    assertThat(FULL)
        .contains(
            "<td>30 Aug 2025, 20:40 WIB</td><td>2 Sep 2025, 10:40 WIB</td>"
                + "<td class=\"number\">62</td>")
        .contains("every platform", "open or unknown", "2 of 40 are shown");
  }

  @Test
  void suppressedGroupsAreNamedWithoutNumbers() {
    assertThat(FULL)
        .contains("<th scope=\"row\">Papua Selatan</th><td colspan=\"4\">suppressed</td>")
        .contains("fewer than 10 sellers stand behind the number");
  }

  @Test
  void theLossOfAPolicyThatIsHiddenIsNotOnThePage() {
    Policies sample = SampleBackground.policies();
    PolicyOption hidden = sample.options().get(3);
    Policies open =
        new Policies(sample.options(), Set.of(), sample.currency(), sample.causalLoss());
    Policies withoutBlanket =
        new Policies(
            sample.options(),
            Set.of(sample.options().get(0)),
            sample.currency(),
            sample.causalLoss());

    assertThat(page(open))
        .contains(open.lossText(hidden), open.relativeLossText(hidden))
        .doesNotContain("A loss is hidden");
    assertThat(FULL)
        .contains(">hidden</td>", "A loss is hidden")
        .doesNotContain(open.lossText(hidden), open.relativeLossText(hidden));
    assertThat(page(withoutBlanket)).doesNotContain("of the blanket loss");
  }

  @Test
  void rowsThatWentNowhereAreSaidToBeMissing() {
    // 1190 in, 1184 out, 4 quarantined, 1 duplicate: 1 is missing.
    assertThat(FULL).contains("1 unaccounted for", "Not every row that was read");
  }

  @Test
  void measuresStandBesideTheBaselineEvenWhenBad() {
    assertThat(FULL).contains("Regexp baseline", "0.240", "not defined");
  }

  @Test
  void theSameModelGivesTheSamePage() {
    assertThat(ReportWriter.render(SampleReport.full(28, 14))).isEqualTo(FULL);
  }

  @Test
  void thePageReplacesTheOldOneAndLeavesNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a folder").resolve("report.html");
    ReportWriter.write(SampleReport.withoutEstimates(), file);
    ReportWriter.write(SampleReport.full(28, 14), file);

    assertThat(file).hasContent(FULL);
    try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAUserError(@TempDir Path folder) throws IOException {
    Path occupied = Files.writeString(folder.resolve("occupied"), "a file, not a folder");

    assertThatExceptionOfType(DampakException.class)
        .isThrownBy(
            () ->
                ReportWriter.write(
                    SampleReport.withoutEstimates(), occupied.resolve("report.html")))
        .satisfies(error -> assertThat(error.kind()).isEqualTo(DampakException.Kind.USER))
        .withMessageContaining("report.html");
  }

  private static String page(Section section) {
    return ReportWriter.render(new ReportModel(SampleReport.MASTHEAD, List.of(section)));
  }
}
