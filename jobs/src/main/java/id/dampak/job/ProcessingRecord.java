package id.dampak.job;

import id.dampak.contract.Field;
import id.dampak.contract.Layer;
import id.dampak.contract.Sensitivity;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.study.Study;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record of processing as Markdown: what a study does with personal data, told from its file and
 * the contracts of the tables, so that it cannot say otherwise than the program does. What only the
 * organisation knows is left to be filled in, and says so.
 */
public final class ProcessingRecord {
  private final Study study;
  private final Organisation organisation;

  /**
   * A record for a study.
   *
   * @param organisation what the study file does not know
   */
  public ProcessingRecord(Study study, Organisation organisation) {
    this.study = study;
    this.organisation = organisation;
  }

  /**
   * What only the organisation knows.
   *
   * @param controller who decides what the data are used for
   * @param contact whom those concerned can turn to
   * @param basis on what legal basis
   * @param retention how long rows about merchants are kept
   */
  public record Organisation(String controller, String contact, String basis, String retention) {}

  /** The record. */
  public String markdown() {
    return String.join(
            "\n\n",
            head(),
            "## Sources",
            new SourcesAccount(study).markdown(),
            "## Tables\n\n" + whoAndHowLong(),
            Tables.ALL.stream().map(this::section).collect(Collectors.joining("\n\n")),
            LEGAL.strip())
        + "\n";
  }

  private String head() {
    return """
        # Record of processing: %s

        Written by `dampak privacy` from the study file and the contracts of the tables; do not edit it by hand.

        | | |
        |---|---|
        | Controller | %s |
        | Contact, data protection officer | %s |
        | Legal basis | %s |
        | Purpose | %s |
        | Study, dataset, hash | `%s`, `%s`, `%s` |
        | Origin of the data | %s |
        | Identifiers of merchants and authors | %s |
        | Persons concerned | merchants, many of whom are one person; authors of texts; buyers only in source files, of whom nothing is kept but their orders |
        | Recipients, transfers abroad | none by the program: it sends nothing anywhere |"""
        .formatted(
            study.title(),
            organisation.controller(),
            organisation.contact(),
            organisation.basis(),
            study.question(),
            study.id(),
            study.dataset(),
            study.hash(),
            switch (study.origin()) {
              case REAL -> "real";
              case SYNTHETIC -> "simulated: nobody is concerned";
            },
            switch (study.identifiers()) {
              case PSEUDONYMS ->
                  "pseudonyms: HMAC-SHA256 under a key that is not in the lake, 130 bits";
              case AS_THEY_ARE -> "as they are in the source";
            })
        .strip();
  }

  private String whoAndHowLong() {
    return """
        Everything in the lake is readable by its owner only (files 0600, folders 0700). Rows about single merchants, authors and
        texts (`bronze`, `silver`, and the tables of `gold` with an identifier) are kept: %s. They go when the lake is deleted; a row
        that is replaced stays in old versions until `VACUUM`. Estimates and sums are kept as long as the study is cited."""
        .formatted(organisation.retention());
  }

  private String section(Table table) {
    boolean personal =
        table.fields().stream().anyMatch(field -> isPersonal(table.sensitivity(field)));
    String columns =
        table.fields().stream().map(field -> row(table, field)).collect(Collectors.joining("\n"));
    return """
        ### %s

        %s. %s, held because %s. Seen by: %s. Kept: %s.

        | Column | Holds | What it is |
        |---|---|---|
        %s"""
        .formatted(
            table.id(),
            table.doc(),
            personal ? "**Personal data**" : "No data about single persons",
            why(table),
            seenBy(table),
            personal ? organisation.retention() : "as long as the study is cited",
            columns)
        .strip();
  }

  private static String row(Table table, Field field) {
    return "| %s | %s | %s |"
        .formatted(field.name(), field.doc().replace("|", "\\|"), table.sensitivity(field).words());
  }

  /** A table is there for the jobs that read it, or for whoever asks it. */
  private static String why(Table table) {
    List<String> readers =
        Pipeline.JOBS.stream().filter(job -> job.reads().contains(table)).map(Job::name).toList();
    return readers.isEmpty()
        ? "it is a result or an account of the study"
        : "these jobs need it: " + String.join(", ", readers);
  }

  private static String seenBy(Table table) {
    return table.layer() == Layer.GOLD && !isAboutSingles(table)
        ? "the lake's owner, and readers of what passed disclosure control"
        : "the lake's owner";
  }

  private static boolean isAboutSingles(Table table) {
    return table.fields().stream().anyMatch(field -> isPersonal(table.sensitivity(field)));
  }

  private static boolean isPersonal(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case IDENTIFIER, BUSINESS, TEXT, AS_LANDED, RECORD -> true;
      case NONE, LINEAGE -> false;
    };
  }

  private static final String LEGAL =
      """
      ## For the impact assessment

      Points of UU 27/2022 on the protection of personal data that this processing touches. They come from secondary
      sources and have not been checked against the official text: **[NV]**, have them checked before you rely on them.

      | Point | Bearing |
      |---|---|
      | Art. 1: data about a person who can be identified | A merchant who is one person is a person; a pseudonym remains personal data for whoever has the key. |
      | Art. 4: financial data are specific personal data [NV] | Sales of a merchant who is one person may be that: treat `amount` columns so. |
      | Art. 15(1)(e): statistics and scientific research [NV] | Limits some rights of those concerned, under conditions that were not at hand. |
      | Art. 31: a record of processing [NV] | This page, completed. |
      | Art. 34(2): impact assessment [NV] | Due: datasets are matched (e), at large scale (c), possibly with specific data (b) and with scores of texts (d). |
      | Art. 53: data protection officer [NV] | Name one above if the processing is large. |
      | Art. 56: transfers abroad [NV] | None by the program; where the lake is backed up is yours to say. |
      | Breach: notice within 3 × 24 hours [NV] | A lake without its key names no merchant; lake and key together do. |

      ## Measures

      - Personal columns are dropped while a file is read; neither their values nor hashes of them are stored.
      - Identifiers become pseudonyms while a file is read. The key is in a file of its own; the lake has its fingerprint.
      - A row that is out of step with its header is set aside without its values, since they may stand under wrong names.
      - Files and folders are their owner's alone. CSV exports cannot run as formulas, the report runs no script of a source.
      - Texts are kept, because the classifier reads them: whoever hands them in decides what they may hold.
      """;
}
