package id.dampak.report;

import java.util.List;

/**
 * What must be true for the answer to be causal.
 *
 * @param statement the identifying assumption in plain words; empty where nothing is estimated
 * @param threats what would break it in this study
 */
public record Assumption(String statement, List<String> threats) implements Section {

  public Assumption {
    threats = List.copyOf(threats);
  }

  @Override
  public String anchor() {
    return "assumption";
  }

  @Override
  public String heading() {
    return "What the answer rests on";
  }

  @Override
  public boolean isEmpty() {
    return statement.isEmpty() && threats.isEmpty();
  }
}
