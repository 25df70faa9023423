package id.dampak.report;

import java.util.List;

/**
 * The answer in one sentence: {@code subject} <b>estimate</b> {@code complement} (interval).
 *
 * @param subject how the sentence begins, for example {@code The suspension cost the 412 merchants}
 * @param effect the number, with its interval
 * @param complement how the sentence goes on, for example {@code of sales}; may be empty
 * @param notes further sentences that a reader needs to understand the number
 */
public record Answer(String subject, Measurement effect, String complement, List<String> notes)
    implements Section {

  public Answer {
    notes = List.copyOf(notes);
  }

  /** The sentence without mark-up. */
  public String sentence() {
    String interval =
        effect
            .interval()
            .map(
                ends ->
                    " (" + ends.levelText() + " confidence interval " + effect.intervalText() + ")")
            .orElse("");
    return (subject + " " + effect.estimateText() + " " + complement).strip() + interval + ".";
  }

  @Override
  public String anchor() {
    return "answer";
  }

  @Override
  public String heading() {
    return "The answer";
  }

  /** Whether the page must say that the data are also compatible with no effect. */
  public boolean isCompatibleWithNoEffect() {
    return effect.interval().map(Interval::includesZero).orElse(false);
  }
}
