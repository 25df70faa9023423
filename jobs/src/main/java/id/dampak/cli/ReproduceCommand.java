package id.dampak.cli;

import id.dampak.error.RunErrors;
import id.dampak.job.Reproduction;
import id.dampak.job.RunHistory;
import id.dampak.job.RunRecord;
import id.dampak.lake.Lake;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a past run again. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the results of a past run again from the tables that it began with, as they stood",
      "then, and compares every number to the last digit. The lake stays as it is.",
      "Exit code 0: the same; 3: not the same, or what is needed has been removed."
    },
    footer = {
      "",
      "A run is named by its identifier, the beginning of it, \"latest\", or \"latest~1\" for the",
      "one before.",
      "",
      "Example: dampak reproduce latest"
    })
final class ReproduceCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Parameters(paramLabel = "RUN", description = "The run.")
  String name = "";

  @Option(
      names = "--study",
      paramLabel = "FILE",
      description = "Its study file, for a run of a version that did not keep studies.")
  @Nullable Path study;

  @Override
  public void run() {
    Sessions.with(
        session -> {
          Lake opened = new Lake(session, lake.path());
          RunHistory history = new RunHistory(opened);
          RunRecord run = history.find(name);
          TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
          report(run, new Reproduction(opened, progress).of(run, declared(history, run)));
        });
  }

  private Study declared(RunHistory history, RunRecord run) {
    if (study == null) {
      return history
          .study(run)
          .orElseThrow(() -> RunErrors.studyNotKept(run.id(), run.studyHash()));
    }
    Study given = StudyFile.read(study);
    if (!given.hash().equals(run.studyHash())) {
      throw RunErrors.otherStudy(study, given.hash(), run.id(), run.studyHash());
    }
    return run.knownOn().map(given::asKnownOn).orElse(given);
  }

  private void report(RunRecord run, Reproduction.Outcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Run   %s of %s%n", run.id(), run.study());
    out.printf(
        "From  %s%n",
        outcome.began().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")));
    outcome.notes().forEach(note -> out.printf("Note  %s.%n", note));
    outcome
        .rows()
        .forEach(
            (table, rows) ->
                out.printf(
                    Locale.ROOT,
                    "%-5s %s: %,d rows%n",
                    outcome.results().stream().anyMatch(c -> c.table().equals(table))
                        ? "OTHER"
                        : "SAME",
                    table,
                    rows));
    DiffText text = new DiffText(out);
    outcome.results().forEach(text::print);
    if (!outcome.onTheWay().isEmpty()) {
      out.println("On the way to them (recorded → made again):");
      outcome.onTheWay().forEach(text::print);
    }
    out.flush();
    if (outcome.differing() > 0) {
      throw RunErrors.notReproduced(run.id(), outcome.differing());
    }
    out.println("Reproduced to the last digit.");
    out.flush();
  }
}
