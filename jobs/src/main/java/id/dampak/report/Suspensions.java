package id.dampak.report;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The suspensions that count in the study, overlapping and adjoining ones merged.
 *
 * @param episodes those to show, in the order in which they are shown
 * @param total how many there are, shown or not
 * @param note where they come from and how precisely their times are known; may be empty
 */
public record Suspensions(List<Episode> episodes, long total, String note) implements Section {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);

  /**
   * One stretch of time in which a feature was off in a region.
   *
   * @param platform for example {@code TikTok}; {@code *} for every platform
   * @param feature for example {@code LIVE}; {@code *} for all of the platform
   * @param region country and region as people name them
   * @param start when it began, in the time zone of the readers
   * @param end when it ended; empty while it lasts or where that is unknown
   * @param records how many records of the registry it merges
   */
  public record Episode(
      String platform,
      String feature,
      String region,
      ZonedDateTime start,
      Optional<ZonedDateTime> end,
      long records) {

    /** What was off, for people. */
    public String subject() {
      String where = platform.equals("*") ? "every platform" : platform;
      return feature.equals("*") ? where : where + " " + feature;
    }

    public String startText() {
      return TIME.format(start);
    }

    public String endText() {
      return end.map(TIME::format).orElse("open or unknown");
    }

    /** Hours between start and end; empty without an end. */
    public String hoursText() {
      return end.map(
              time -> DecimalText.atMost(1, Duration.between(start, time).toMinutes() / 60.0))
          .orElse("");
    }
  }

  public Suspensions {
    episodes = List.copyOf(episodes);
  }

  @Override
  public String anchor() {
    return "suspensions";
  }

  @Override
  public String heading() {
    return "The suspensions";
  }

  @Override
  public boolean isEmpty() {
    return episodes.isEmpty();
  }

  /** How many are not in the table. */
  public long omitted() {
    return total - episodes.size();
  }
}
