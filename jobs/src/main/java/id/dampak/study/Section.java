package id.dampak.study;

import id.dampak.error.DampakException;
import id.dampak.error.StudyErrors;
import id.dampak.format.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of the study file while it is read. Each reader asks for the keys it knows; {@link
 * #done} then refuses the rest, so that a misspelt key can never be ignored.
 */
final class Section {
  private final Path file;
  private final String name;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  Section(Path file, String name, Node node) {
    this.file = file;
    this.name = name;
    this.line = lineOf(node);
    if (!(node instanceof MappingNode mapping)) {
      requireValue(name, node);
      throw StudyErrors.wrongValue(file, line, name, describe(node), "a block of keys");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar("key", tuple.getKeyNode());
      if (values.put(key, tuple.getValueNode()) != null) {
        throw StudyErrors.repeatedKey(file, lineOf(tuple.getKeyNode()), key, name);
      }
      lines.put(key, lineOf(tuple.getKeyNode()));
    }
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> missing(key));
  }

  Optional<String> optionalText(String key) {
    return node(key).map(node -> scalar(key, node));
  }

  /**
   * The scalar under {@code key} as read by {@code parser}, which throws a runtime exception on
   * what it cannot read.
   */
  <V> V read(String key, String expected, Function<String, V> parser) {
    return parsed(key, text(key), expected, parser);
  }

  <V> Optional<V> optional(String key, String expected, Function<String, V> parser) {
    return optionalText(key).map(text -> parsed(key, text, expected, parser));
  }

  <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    return named(key, type, text(key));
  }

  <E extends Enum<E>> Optional<E> optionalOneOf(String key, Class<E> type) {
    return optionalText(key).map(text -> named(key, type, text));
  }

  /** The list under {@code key}; a single scalar is a list of one, an absent key an empty list. */
  List<String> texts(String key) {
    return node(key).stream()
        .flatMap(
            node ->
                node instanceof SequenceNode list
                    ? list.getValue().stream()
                    : List.of(node).stream())
        .map(item -> scalar(key, item))
        .toList();
  }

  <V> List<V> list(String key, String expected, Function<String, V> parser) {
    return texts(key).stream().map(text -> parsed(key, text, expected, parser)).toList();
  }

  <E extends Enum<E>> List<E> listOf(String key, Class<E> type) {
    return texts(key).stream().map(text -> named(key, type, text)).toList();
  }

  Section section(String key) {
    return optionalSection(key).orElseThrow(() -> missing(key));
  }

  Optional<Section> optionalSection(String key) {
    return node(key).map(node -> new Section(file, key, node));
  }

  /** The mappings in the list under {@code key}. */
  List<Section> sections(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode list)) {
      requireValue(key, node.get());
      throw wrong(key, describe(node.get()), "a list, each entry starting with a dash");
    }
    return list.getValue().stream().map(item -> new Section(file, key, item)).toList();
  }

  /** The named mappings under {@code key}, in order. */
  Map<String, Section> namedSections(String key) {
    Map<String, Section> sections = new LinkedHashMap<>();
    optionalSection(key)
        .ifPresent(
            block ->
                new ArrayList<>(block.values.keySet())
                    .forEach(entry -> sections.put(entry, block.section(entry))));
    return sections;
  }

  /** The scalars under {@code key}, by their own keys. */
  Map<String, String> textsByName(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    optionalSection(key)
        .ifPresent(
            block -> block.values.keySet().forEach(entry -> texts.put(entry, block.text(entry))));
    return texts;
  }

  boolean has(String key) {
    return node(key).isPresent();
  }

  boolean isScalar(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  /** Refuses keys that nobody asked for. */
  void done() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw StudyErrors.unknownKey(
            file, lines.getOrDefault(key, line), key, name, known, Spelling.closest(key, known));
      }
    }
  }

  /**
   * A key whose value does not go together with another.
   *
   * @param key the key whose line is named
   * @param problem what is wrong, with the values
   * @param reason why it cannot be meant
   * @param remedy what to write instead
   */
  DampakException contradiction(String key, String problem, String reason, String remedy) {
    return StudyErrors.contradiction(file, lines.getOrDefault(key, line), problem, reason, remedy);
  }

  DampakException wrong(String key, String value, String expected) {
    return StudyErrors.wrongValue(file, lines.getOrDefault(key, line), key, value, expected);
  }

  private DampakException missing(String key) {
    List<String> unknown = values.keySet().stream().filter(k -> !known.contains(k)).toList();
    String misspelt = Spelling.closest(key, unknown);
    if (!misspelt.isEmpty()) {
      return StudyErrors.misspeltKey(file, lines.getOrDefault(misspelt, line), misspelt, key, name);
    }
    return StudyErrors.missingKey(file, line, key, name);
  }

  private Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private <V> V parsed(String key, String text, String expected, Function<String, V> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
      throw wrong(key, "\"" + text + "\"", expected);
    }
  }

  private String scalar(String key, Node node) {
    requireValue(key, node);
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw StudyErrors.wrongValue(file, lineOf(node), key, describe(node), "a single value");
  }

  /** Nothing after the colon is a mistake; a quoted empty text is a value. */
  private void requireValue(String key, Node node) {
    if (node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty()) {
      throw StudyErrors.emptyValue(file, lineOf(node), key);
    }
  }

  private <E extends Enum<E>> E named(String key, Class<E> type, String text) {
    List<E> constants = List.of(type.getEnumConstants());
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> names =
        constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    throw StudyErrors.notOneOf(
        file, lines.getOrDefault(key, line), key, text, names, Spelling.closest(text, names));
  }

  private static String describe(Node node) {
    return switch (node.getNodeType()) {
      case SEQUENCE -> "a list";
      case MAPPING -> "a block of keys";
      case SCALAR -> "\"" + ((ScalarNode) node).getValue() + "\"";
      case ANCHOR -> "an alias";
    };
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
