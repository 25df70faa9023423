package id.dampak.job;

import id.dampak.report.Provenance;
import id.dampak.study.Study;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The section of the report that says how to cite it and make it again. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static Provenance of(RunContext run) {
    Study study = run.study();
    Map<String, Long> versions = run.lake().versions();
    return new Provenance(
        "Dampak (code "
            + CodeVersion.current()
            + "), study "
            + study.id()
            + " (hash "
            + study.hash().substring(0, 12)
            + "), run "
            + run.runId()
            + ".",
        List.of(
            "jobs/bin/dampak run --study STUDY_FILE", "jobs/bin/dampak reproduce " + run.runId()),
        study.hash(),
        run.runId(),
        CodeVersion.current(),
        study.seed(),
        versions.entrySet().stream()
            .map(entry -> new Provenance.TableVersion(entry.getKey(), entry.getValue().toString()))
            .toList(),
        new TreeMap<>(run.inputFiles())
            .entrySet().stream()
                .map(entry -> new Provenance.InputFile(entry.getKey(), entry.getValue()))
                .toList());
  }
}
