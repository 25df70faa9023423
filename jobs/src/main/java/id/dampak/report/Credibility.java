package id.dampak.report;

import java.util.List;
import java.util.Optional;

/**
 * Whether the answer can be believed: what was looked at, and what it allows.
 *
 * @param standing of the whole, as good as its worst finding
 * @param findings one for each kind of evidence
 * @param looks what was tried, one line for each kind of look
 */
public record Credibility(Optional<Standing> standing, List<Evidence> findings, List<Line> looks)
    implements Section {

  public Credibility {
    findings = List.copyOf(findings);
    looks = List.copyOf(looks);
  }

  /** How far data support a causal reading. */
  public enum Standing {
    IDENTIFIED("Identified", "Nothing that was looked at speaks against it."),
    FRAGILE("Fragile", "It holds under assumptions that the data strain or cannot check."),
    NOT_IDENTIFIED("Not identified", "The data contradict it or do not contain it.");

    private final String word;
    private final String meaning;

    Standing(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** For people. */
    public String word() {
      return word;
    }

    /** As a sentence. */
    public String meaning() {
      return meaning;
    }

    /** Name of its colour on the page. */
    public String style() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What one kind of evidence says.
   *
   * @param topic which kind, for people
   * @param reason why, in words
   */
  public record Evidence(String topic, Standing standing, String reason) {}

  /**
   * Looks of one kind.
   *
   * @param examination what was done
   * @param count how many such looks there were
   * @param found what came of it, as a sentence
   */
  public record Line(String examination, long count, String found) {}

  @Override
  public String anchor() {
    return "credibility";
  }

  @Override
  public String heading() {
    return "Can this be believed?";
  }

  @Override
  public boolean isEmpty() {
    return standing.isEmpty();
  }
}
