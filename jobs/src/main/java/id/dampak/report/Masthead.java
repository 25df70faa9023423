package id.dampak.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The head of the page.
 *
 * @param title what the study is called
 * @param question what it asks, as a question
 * @param studyId its identifier
 * @param ranAt when the run ended, in the time zone of the readers
 * @param origin whether real sellers stand behind the numbers
 */
public record Masthead(
    String title, String question, String studyId, ZonedDateTime ranAt, DataOrigin origin) {

  private static final DateTimeFormatter RAN_AT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", Locale.ENGLISH);

  /** Where the data come from. */
  public enum DataOrigin {
    /** Records of something that happened. */
    OBSERVED,
    /** Drawn by the simulator; the page says so in a banner. */
    SYNTHETIC
  }

  /** When the run ended, for people. */
  public String ranAtText() {
    return RAN_AT.format(ranAt);
  }

  /** Whether the page must say that its data are synthetic. */
  public boolean isSynthetic() {
    return switch (origin) {
      case OBSERVED -> false;
      case SYNTHETIC -> true;
    };
  }
}
