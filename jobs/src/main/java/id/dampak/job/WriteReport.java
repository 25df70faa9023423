package id.dampak.job;

import id.dampak.report.Answer;
import id.dampak.report.Masthead;
import id.dampak.report.ReportModel;
import id.dampak.report.ReportWriter;
import id.dampak.report.Section;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Writes the report of the study from what the lake holds of it. */
final class WriteReport {

  private WriteReport() {}

  static void run(RunContext run) {
    Findings findings = Findings.of(run);
    FindingSections found = new FindingSections(findings);
    DataSections data = new DataSections(run);
    List<Section> sections = new ArrayList<>();
    Section answer = found.answer();
    if (answer instanceof Answer told) {
      run.note(told.sentence());
    }
    sections.add(answer);
    sections.add(found.keyFigures());
    sections.add(new CredibilitySection(findings).section());
    sections.add(found.eventStudy());
    sections.add(new LossSection(run.study(), findings).section());
    sections.add(AccountSection.of(run, findings));
    sections.add(AssumptionSection.of(run.study()));
    sections.add(found.specifications());
    sections.add(ModerationSections.policies(run, findings));
    sections.add(ClassifierSection.of(run));
    sections.add(data.suspensions());
    sections.add(data.account());
    sections.add(data.anomalies());
    sections.add(ProvenanceSection.of(run));
    ReportWriter.write(new ReportModel(masthead(run), sections), run.reportFile());
  }

  private static Masthead masthead(RunContext run) {
    return new Masthead(
        run.study().title(),
        run.study().question(),
        run.study().id(),
        run.startedAt().atZone(ZoneId.of(run.study().timeZone())),
        switch (run.study().origin()) {
          case REAL -> Masthead.DataOrigin.OBSERVED;
          case SYNTHETIC -> Masthead.DataOrigin.SYNTHETIC;
        });
  }
}
