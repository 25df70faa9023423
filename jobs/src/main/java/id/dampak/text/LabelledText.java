package id.dampak.text;

import java.util.List;

/**
 * A text of an evaluation set.
 *
 * @param text the text
 * @param positive whether it should be flagged
 * @param slices the parts of the set that it belongs to, if any
 */
public record LabelledText(String text, boolean positive, List<String> slices) {

  /** Canonical constructor; copies the list. */
  public LabelledText {
    slices = List.copyOf(slices);
  }
}
