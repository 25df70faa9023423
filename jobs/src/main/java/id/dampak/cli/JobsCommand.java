package id.dampak.cli;

import id.dampak.contract.Table;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the pipeline. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = "Lists the jobs in order, with what each reads and writes.",
    footer = {"", "Example: dampak jobs"})
final class JobsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Job job : Pipeline.JOBS) {
      out.printf("%-16s %s%n", job.name(), job.summary());
      out.printf("%-16s   reads  %s%n", "", names(job.reads()));
      out.printf("%-16s   writes %s%n", "", names(job.writes()));
    }
    out.flush();
  }

  static String names(List<Table> tables) {
    return tables.isEmpty()
        ? "files"
        : tables.stream().map(Table::id).collect(Collectors.joining(", "));
  }
}
