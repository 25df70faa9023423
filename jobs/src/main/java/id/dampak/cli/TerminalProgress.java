package id.dampak.cli;

import id.dampak.job.Job;
import id.dampak.job.Progress;
import id.dampak.study.Study;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows a run on the terminal. */
final class TerminalProgress implements Progress {
  private final PrintWriter out;

  TerminalProgress(PrintWriter out) {
    this.out = out;
  }

  void banner(Study study, Path lake) {
    out.printf("Study %s: %s%n", study.id(), Printable.of(study.title()));
    if (study.origin() == Study.Origin.SYNTHETIC) {
      out.println("Its transactions are synthetic: no number below is about real merchants.");
    }
    out.printf("Lake  %s%n", lake.toAbsolutePath().normalize());
    out.flush();
  }

  @Override
  public void started(Job job, int number, int of) {
    out.printf("[%d/%d] %s … %s%n", number, of, job.name(), job.summary());
    out.flush();
  }

  @Override
  public void finished(Job job, List<String> lines, double seconds) {
    lines.forEach(line -> out.printf("        %s%n", Printable.of(line)));
    out.printf("        %.1f s%n", seconds);
    out.flush();
  }

  void done(Optional<Path> report) {
    report.ifPresent(file -> out.printf("Report: %s%n", file));
    out.flush();
  }
}
