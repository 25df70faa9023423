package id.dampak.report;

/**
 * A part of the report. To add one, write a record that implements this and a template {@code
 * sections/ANCHOR.peb} beside it; the page includes the template with the record as {@code
 * section}.
 */
public interface Section {

  /** Name of the template and of the place on the page, for example {@code event-study}. */
  String anchor();

  /** Heading above the section. */
  String heading();

  /** Whether there is nothing to show, so that the section is left out. */
  default boolean isEmpty() {
    return false;
  }
}
