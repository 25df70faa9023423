package id.dampak.job;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SmallMarket;
import id.dampak.StudyText;
import id.dampak.contract.EvaluationText;
import id.dampak.contract.Landed;
import id.dampak.contract.ModelMetric;
import id.dampak.lake.Lake;
import id.dampak.report.ContentScores;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import id.dampak.text.TextModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class TrainClassifierTest {
  private static final String INPUTS =
      """
      {texts: {table: content, format: csv, files: [texts.csv]},
       judges: {table: evaluation_text, format: csv, files: [], columns: {content_id: id}}}
      """;

  @TempDir Path folder;

  private final List<String> progress = new ArrayList<>();

  @Test
  void theModelIsMeasuredOnTextsThatTheCommandLineGivesAndNotOnThoseItLearnsFrom()
      throws Exception {
    Study study = study();
    Lake lake = SmallMarket.lake(folder.resolve("lake"));
    Path judges =
        Files.writeString(
            folder.resolve("judges.csv"),
            """
            id,text,expected,category
            1,bakar rumah tetangga,1,call
            2,rumah tetangga dijual,0,trade
            3,BAKAR gudang nomor dua,1,call
            """);
    Study judged = Inputs.overridden(study, List.of("judges=" + judges));

    run(lake, judged, List.of("land", "clean", "train"));

    assertThat(lake.read(EvaluationText.TABLE).count()).isEqualTo(3);
    assertThat(progress)
        .contains("judges: 1 of 3 texts are left out, because the classifier learns from them");
    assertThat(
            Rows.texts(
                lake.read(ModelMetric.TABLE)
                    .filter("evaluation = 'judges' AND metric = 'recall'")
                    .filter("model_id = 'regexp-baseline'"),
                "slice",
                "measured",
                "texts"))
        .containsExactlyInAnyOrder("all | 1.0 | 2", "call | 1.0 | 1", "trade | null | 1");
    assertConforms(ModelMetric.TABLE, lake.read(ModelMetric.TABLE));
    ContentScores section = ClassifierSection.of(new RunContext(judged, lake, Instant.EPOCH));
    assertThat(section.evaluations())
        .extracting(ContentScores.Evaluation::name)
        .containsExactly(
            "own corpus, out of fold, level 4", "own corpus, out of fold, level 3 or 4", "judges");
    assertThat(section.evaluations().get(2).parts())
        .extracting(ContentScores.Row::name)
        .containsExactly("call", "trade");
    aRunWithoutThemSaysSoAndKeepsNone(lake, study);
  }

  @Test
  @Tag("soak")
  void whatAnotherStudyOrAnotherDayLearnsReplacesNoModel() throws Exception {
    Study study = study();
    Lake lake = SmallMarket.lake(folder.resolve("lake"));
    run(lake, study, List.of("land", "clean", "train"));
    String model = usedBy(lake, study);

    Path texts = folder.resolve("texts.csv");
    Files.writeString(
        texts,
        Files.readString(texts)
            + "sepuluh-a,rusak pasar,4,sepuluh\nsepuluh-b,pasar sepi,0,sepuluh\n");
    Study past = study.asKnownOn(LocalDate.parse("2100-01-01"));
    run(lake, past, List.of("land", "clean", "train"));

    assertThat(usedBy(lake, past)).isNotEqualTo(model);
    assertThat(usedBy(lake, study)).isEqualTo(model);
  }

  private static String usedBy(Lake lake, Study study) {
    return TextModelFile.read(
            new RunContext(study, lake, Instant.EPOCH).models().usableBy(study.id()).get(0))
        .id();
  }

  private void aRunWithoutThemSaysSoAndKeepsNone(Lake lake, Study study) {
    progress.clear();
    run(lake, study, List.of("land", "clean"));
    assertThat(progress).contains("judges: not given, and not needed");
    assertThat(lake.read(Landed.EVALUATION_TEXT).count()).isEqualTo(3); // bronze only grows
    assertThat(lake.read(EvaluationText.TABLE).isEmpty()).isTrue();
    RunContext unmeasured = new RunContext(study, lake, Instant.EPOCH);
    unmeasured.write(ModelMetric.TABLE, List.of());
    assertThat(ClassifierSection.of(unmeasured).notes())
        .contains("Not given, so the classifier was not measured on it: judges.");
  }

  /** Ten families of a call and its harmless twin. */
  private Study study() throws Exception {
    List<String> lines = new ArrayList<>(List.of("content_id,text,level,family"));
    for (String number :
        List.of(
            "satu",
            "dua",
            "tiga",
            "empat",
            "lima",
            "enam",
            "tujuh",
            "delapan",
            "sembilan",
            "nol")) {
      lines.add("%s-a,bakar gudang nomor %s,4,%s".formatted(number, number, number));
      lines.add("%s-b,gudang nomor %s disewakan,0,%s".formatted(number, number, number));
    }
    Files.write(folder.resolve("texts.csv"), lines);
    return StudyFile.read(StudyText.daily().with("inputs", INPUTS).write(folder.resolve("s.yaml")));
  }

  private void run(Lake lake, Study study, List<String> jobs) {
    Progress listener =
        new Progress() {
          @Override
          public void started(Job job, int number, int of) {}

          @Override
          public void finished(Job job, List<String> lines, double seconds) {
            progress.addAll(lines);
          }
        };
    new Runner(lake, listener).run(study, jobs.stream().map(Pipeline::named).toList());
  }
}
