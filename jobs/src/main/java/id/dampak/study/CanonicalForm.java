package id.dampak.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The form of a study that its hash is taken of: keys sorted, comments, layout and quoting gone.
 * Where the files lie is left out, because a plan does not change when its data move; what was in
 * them is recorded with every run.
 */
final class CanonicalForm {
  private static final String INPUTS = "inputs";
  private static final String FILES = "files";

  private CanonicalForm() {}

  static String text(Node root) {
    StringBuilder out = new StringBuilder();
    append(root, List.of(), out);
    return out.toString();
  }

  private static void append(Node node, List<String> path, StringBuilder out) {
    if (node instanceof ScalarNode scalar) {
      quote(scalar.getValue(), out);
    } else if (node instanceof SequenceNode list) {
      out.append('[');
      for (Node item : list.getValue()) {
        append(item, path, out);
        out.append(',');
      }
      out.append(']');
    } else if (node instanceof MappingNode mapping) {
      out.append('{');
      sorted(mapping.getValue())
          .forEach(
              (key, value) -> {
                List<String> below = Stream.concat(path.stream(), Stream.of(key)).toList();
                if (!isLocation(below)) {
                  quote(key, out);
                  out.append(':');
                  append(value, below, out);
                  out.append(',');
                }
              });
      out.append('}');
    }
  }

  /** {@code inputs: NAME: files:}, and no other key of that name. */
  private static boolean isLocation(List<String> path) {
    return path.size() == 3 && path.get(0).equals(INPUTS) && path.get(2).equals(FILES);
  }

  private static Map<String, Node> sorted(List<NodeTuple> tuples) {
    TreeMap<String, Node> byKey = new TreeMap<>();
    for (NodeTuple tuple : tuples) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        byKey.put(key.getValue(), tuple.getValueNode());
      }
    }
    return byKey;
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    out.append('"');
  }
}
