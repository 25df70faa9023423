package id.dampak.report;

import java.util.List;

/**
 * Why the data do not allow a causal number.
 *
 * @param reason what is missing, as whole sentences
 * @param present what the report shows instead, one phrase each
 */
public record NoAnswer(String reason, List<String> present) implements Section {

  public NoAnswer {
    present = List.copyOf(present);
  }

  @Override
  public String anchor() {
    return "no-answer";
  }

  @Override
  public String heading() {
    return "The answer";
  }
}
