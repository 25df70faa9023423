package id.dampak.cli;

import id.dampak.contract.Check;
import id.dampak.contract.Field;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.CommandErrors;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes one job or one table. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Describes one job, or one table with its columns, grain and checks.",
    footer = {
      "",
      "Examples: dampak describe gold.estimate",
      "          dampak describe build-panel"
    })
final class DescribeCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "A job, or a table such as gold.estimate.")
  String name = "";

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Job> job = Pipeline.JOBS.stream().filter(j -> j.name().equals(name)).findFirst();
    Optional<Table> table = Tables.named(name);
    if (job.isPresent()) {
      describe(job.get(), out);
    } else if (table.isPresent()) {
      describe(table.get(), out);
    } else {
      throw CommandErrors.nothingNamed(
          name,
          Stream.concat(Pipeline.JOBS.stream().map(Job::name), Tables.ALL.stream().map(Table::id))
              .toList());
    }
    out.flush();
  }

  private static void describe(Job job, PrintWriter out) {
    out.println(job.summary());
    out.println("reads  " + JobsCommand.names(job.reads()));
    out.println("writes " + JobsCommand.names(job.writes()));
  }

  private static void describe(Table table, PrintWriter out) {
    out.println(table.doc() + ".");
    out.println(
        "Grain: " + table.grain().stream().map(Field::name).collect(Collectors.joining(", ")));
    int width = table.fields().stream().mapToInt(field -> field.name().length()).max().orElse(1);
    int types = table.fields().stream().mapToInt(f -> f.type().sql().length()).max().orElse(1);
    for (Field field : table.fields()) {
      out.printf(
          "  %-" + width + "s  %-" + types + "s  %-8s  %s%n",
          field.name(),
          field.type().sql(),
          field.nullable() ? "" : "not null",
          field.doc());
    }
    for (Check check : table.checks()) {
      out.printf("  check %s: %s%n", check.name(), check.condition());
    }
    for (Job job : Pipeline.JOBS) {
      if (job.writes().contains(table)) {
        out.println("Written by " + job.name() + ".");
      }
    }
  }
}
