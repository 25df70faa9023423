package id.dampak.report;

/**
 * Why there is an answer that the report does not tell.
 *
 * @param reason what it would give away, as whole sentences
 */
public record Withheld(String reason) implements Section {

  @Override
  public String anchor() {
    return "withheld";
  }

  @Override
  public String heading() {
    return "The answer";
  }
}
