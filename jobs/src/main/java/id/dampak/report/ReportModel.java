package id.dampak.report;

import java.util.List;

/**
 * Everything that one report says.
 *
 * @param masthead what was asked, by which study
 * @param sections the parts in the order in which they are read; empty ones are left out
 */
public record ReportModel(Masthead masthead, List<Section> sections) {

  public ReportModel {
    sections = List.copyOf(sections);
  }

  /** The sections that have something to show. */
  public List<Section> shownSections() {
    return sections.stream().filter(section -> !section.isEmpty()).toList();
  }
}
