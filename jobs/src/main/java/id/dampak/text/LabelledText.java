package id.dampak.text;

/**
 * A text of an evaluation set.
 *
 * @param text the text
 * @param positive whether it should be flagged
 * @param slice the part of the set that it belongs to
 */
public record LabelledText(String text, boolean positive, String slice) {}
