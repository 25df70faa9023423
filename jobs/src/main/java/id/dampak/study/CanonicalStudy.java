package id.dampak.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A study without comments, layout and the places of its files: what is kept with its runs, and
 * what two versions of a study are compared by.
 *
 * @param text YAML in flow style on one line, keys sorted
 */
public record CanonicalStudy(String text) {
  private static final String NAME = "name";

  /** SHA-256 of the text. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The study that it declares, without files. */
  public Study study() {
    return StudyFile.stored(this);
  }

  /**
   * Every value by the path that leads to it, such as {@code specifications[headline].leads}; an
   * entry of a list goes by its name where it has one, else by its place. A list of values is one.
   */
  public SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>();
    put("", StudyFile.tree(this), values);
    return values;
  }

  /** The text in the characters that YAML allows everywhere: others stand only within quotes. */
  String escaped() {
    return text.codePoints()
        .mapToObj(c -> c < 127 ? Character.toString(c) : String.format(Locale.ROOT, "\\U%08x", c))
        .collect(Collectors.joining());
  }

  private static void put(String path, Node node, SortedMap<String, String> values) {
    if (node instanceof ScalarNode scalar) {
      values.put(path, scalar.getValue());
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        put(path.isEmpty() ? key : path + "." + key, tuple.getValueNode(), values);
      }
    } else if (node instanceof SequenceNode list) {
      putList(path, list.getValue(), values);
    }
  }

  private static void putList(String path, List<Node> items, SortedMap<String, String> values) {
    if (items.stream().allMatch(ScalarNode.class::isInstance)) {
      values.put(
          path, items.stream().map(item -> ((ScalarNode) item).getValue()).toList().toString());
      return;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String name = name(items.get(i)).orElse(String.valueOf(i + 1));
      names.add(name);
      put(path + "[" + name + "]", items.get(i), values);
    }
    values.put(
        path, names.toString()); // their order is a choice as well: the first is the headline
  }

  private static Optional<String> name(Node node) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(NAME))
            .map(NodeTuple::getValueNode)
            .filter(ScalarNode.class::isInstance)
            .map(value -> ((ScalarNode) value).getValue())
            .findFirst()
        : Optional.empty();
  }
}
