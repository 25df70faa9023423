package id.dampak.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a document: every line of its {@code sh} blocks, as words. */
final class ShellLines {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** A bare word, or one in double or single quotes. */
  private static final Pattern WORD =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^\\s\"']+)");

  private ShellLines() {}

  static List<List<String>> of(String markdown) {
    List<List<String>> lines = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(markdown); block.find(); ) {
      block
          .group(1)
          .replace("\\\n", " ")
          .lines()
          .map(ShellLines::words)
          .filter(words -> !words.isEmpty())
          .forEach(lines::add);
    }
    return lines;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      if (word.group(3) != null && word.group(3).matches("[#>].*")) {
        break; // a comment, or where the output goes
      }
      if (word.group(1) != null) {
        words.add(word.group(1).replaceAll("\\\\(.)", "$1"));
      } else {
        words.add(word.group(2) != null ? word.group(2) : word.group(3));
      }
    }
    return words;
  }
}
