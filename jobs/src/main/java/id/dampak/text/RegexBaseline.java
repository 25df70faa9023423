package id.dampak.text;

import java.util.regex.Pattern;

/**
 * What anybody would try first, and every model must beat: a bare verb of violence or destruction.
 * In Indonesian a bare stem commands; {@code membakar} and {@code dibakar} tell.
 */
public final class RegexBaseline {
  /** Stands for a model id in metrics. */
  public static final String ID = "regexp-baseline";

  /** Scores are 0 or 1. */
  static final double THRESHOLD = 0.5;

  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:bakar|sulut|serbu|serang|jarah|rusak|hancurk?|ratak?|robohk?|bunuh|habisi?|bantai"
              + "|gantung|penggal|tembak|bacok|tusuk|hajar|gebuk|pukul|keroyok|lempar|seret|usir"
              + "|culik|ganyang|sikat)(?:lah|kan|an|i|in)?\\b");

  private RegexBaseline() {}

  /** 1 if the text holds such a verb, else 0. */
  public static double score(String text) {
    return CALL.matcher(String.join(" ", Normaliser.tokens(text))).find() ? 1 : 0;
  }
}
