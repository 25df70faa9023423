package id.dampak.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The bundled list of spoken and abbreviated spellings. */
final class Slang {
  private static final String RESOURCE = "slang.tsv";
  private static final Map<String, List<String>> WORDS = read();

  private Slang() {}

  /** The words that a spelling stands for: itself, unless the list knows it. */
  static List<String> expand(String word) {
    List<String> words = WORDS.get(word);
    return words == null ? List.of(word) : words;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> words = new HashMap<>();
    try (InputStream resource =
            Objects.requireNonNull(Slang.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(entry -> words.put(entry[0], List.of(entry[1].split(" ", -1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }
}
