package id.dampak.report;

import java.util.List;

/**
 * How to cite the report and make it again.
 *
 * @param citation one line to copy
 * @param commands commands that make the report again, in order
 * @param studyHash SHA-256 of the canonical study
 * @param runId the run
 * @param codeVersion commit that the program was built from
 * @param seed seed of every random draw
 * @param tables Delta version of every table read or written
 * @param files SHA-256 of every input file
 */
public record Provenance(
    String citation,
    List<String> commands,
    String studyHash,
    String runId,
    String codeVersion,
    long seed,
    List<TableVersion> tables,
    List<InputFile> files)
    implements Section {

  /** A table of the lake at one version. */
  public record TableVersion(String table, String version) {}

  /** An input file as it was read. */
  public record InputFile(String name, String sha256) {}

  public Provenance {
    commands = List.copyOf(commands);
    tables = List.copyOf(tables);
    files = List.copyOf(files);
  }

  @Override
  public String anchor() {
    return "provenance";
  }

  @Override
  public String heading() {
    return "Cite and reproduce";
  }
}
