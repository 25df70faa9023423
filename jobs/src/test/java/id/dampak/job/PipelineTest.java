package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.contract.Watermark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PipelineTest {

  @Test
  void jobsHaveNamesOfTheirOwnAndASentenceEach() {
    assertThat(Pipeline.JOBS)
        .extracting(Job::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Pipeline.JOBS).extracting(Job::summary).allMatch(text -> text.matches("[A-Z].*\\."));
  }

  @Test
  void aTableIsWrittenByOneJob() {
    // Each job that follows another table marks how far it has come.
    assertThat(
            Pipeline.JOBS.stream()
                .flatMap(job -> job.writes().stream())
                .filter(table -> !table.equals(Watermark.TABLE)))
        .doesNotHaveDuplicates()
        .isSubsetOf(Tables.ALL);
  }

  @Test
  void everyTableOfTheDataIsWrittenBySomeJob() {
    List<Table> written =
        Stream.concat(Pipeline.JOBS.stream(), Stream.of(Pipeline.power(run -> {})))
            .flatMap(job -> job.writes().stream())
            .toList();

    // The tables of runs are written by the runner and by commands.
    assertThat(Tables.ALL)
        .filteredOn(table -> table.layer() != Layer.OPS)
        .allMatch(written::contains);
  }

  @Test
  void aJobReadsOnlyWhatAnEarlierOneWrites() {
    Set<Table> written = new HashSet<>();
    for (Job job : Pipeline.JOBS) {
      assertThat(written).as("tables before %s", job.name()).containsAll(job.reads());
      written.addAll(job.writes());
    }
  }

  @Test
  void aJobIsFoundByItsName() {
    assertThat(Pipeline.named("estimate").name()).isEqualTo("estimate");
    assertThatThrownBy(() -> Pipeline.named("estimates"))
        .hasMessageContaining("no job \"estimates\"")
        .hasMessageContaining("build-panel");
  }

  @Test
  void theRestOfThePipelineBeginsWithTheJobNamed() {
    Job last = Pipeline.JOBS.get(Pipeline.JOBS.size() - 1);

    assertThat(Pipeline.from("load-reference")).isEqualTo(Pipeline.JOBS);
    assertThat(Pipeline.from(last.name())).containsExactly(last);
  }
}
