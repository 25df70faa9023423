package id.dampak.cli;

import id.dampak.job.ProcessingRecord;
import id.dampak.study.StudyFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the record of processing of a study. */
@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the record of processing of a study, as Markdown: which personal data, why,",
      "how long, who sees them, and which columns never reach the lake."
    },
    footer = {
      "",
      "Example: dampak privacy --study jobs/studies/shopee-orders.yaml --retention \"24 months\""
    })
final class PrivacyCommand implements Runnable {
  private static final String TO_FILL_IN = "*(to be filled in)*";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--study",
      paramLabel = "FILE",
      description = "Study file; without it the bundled study on synthetic data.")
  @Nullable Path study;

  @Option(names = "--controller", paramLabel = "TEXT", description = "Who is answerable.")
  String controller = TO_FILL_IN;

  @Option(names = "--contact", paramLabel = "TEXT", description = "Whom to turn to.")
  String contact = TO_FILL_IN;

  @Option(names = "--basis", paramLabel = "TEXT", description = "Legal basis.")
  String basis = TO_FILL_IN;

  @Option(
      names = "--retention",
      paramLabel = "TEXT",
      description = "How long rows about merchants are kept, such as \"24 months\".")
  String retention = TO_FILL_IN;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        new ProcessingRecord(
                StudyFile.read(study == null ? Installation.bundledStudy() : study),
                new ProcessingRecord.Organisation(controller, contact, basis, retention))
            .markdown());
    out.flush();
  }
}
