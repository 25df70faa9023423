package id.dampak.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells texts that a model has learnt from, however they are spelt, from those it has not. */
public final class Unseen {
  private final Set<List<String>> learnt = new HashSet<>();

  /** What is unseen by a model that has learnt from these texts. */
  public Unseen(Stream<String> learnt) {
    learnt.map(Normaliser::tokens).forEach(this.learnt::add);
  }

  /** The texts whose words, normalised and in order, are those of none that was learnt from. */
  public List<LabelledText> among(List<LabelledText> texts) {
    return texts.stream().filter(text -> !learnt.contains(Normaliser.tokens(text.text()))).toList();
  }
}
