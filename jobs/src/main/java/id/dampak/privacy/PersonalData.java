package id.dampak.privacy;

import id.dampak.format.Mapping;
import id.dampak.format.SourceFormat;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the columns of an input: which are about persons, and which the study needs.
 *
 * @param personal columns that are dropped, in the form of {@link PersonalColumns#normalised}
 * @param identifiers columns that name a merchant or an author
 * @param needed columns that fields come from, and that are kept whatever they are called
 * @param net what becomes of a column with a personal name that nobody declared
 */
public record PersonalData(
    Set<String> personal, Map<String, Subject> identifiers, Set<String> needed, Net net)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** What becomes of a column with a personal name that nobody declared. */
  public enum Net {
    /** It is dropped. */
    SPREAD,
    /** It is kept, for a source that is about public events and not about persons. */
    FOLDED
  }

  /** Canonical constructor; copies the collections. */
  public PersonalData {
    personal = Set.copyOf(personal);
    identifiers = Map.copyOf(identifiers);
    needed = Set.copyOf(needed);
  }

  /** What a study says of an input. */
  public static PersonalData of(Input input) {
    Map<String, Subject> identifiers = new HashMap<>();
    input.persons().authors().forEach(column -> identifiers.put(column, Subject.AUTHOR));
    Set<String> needed = new HashSet<>();
    for (String field : Fields.all(input.target())) {
      Mapping mapping = input.columns().getOrDefault(field, Mapping.column(field));
      needed.addAll(mapping.columns());
      if (field.equals(Fields.MERCHANT_ID)) {
        mapping.columns().forEach(column -> identifiers.put(column, Subject.MERCHANT));
      }
    }
    PersonalData declared =
        new PersonalData(
            normalised(input.persons().personal()),
            identifiers,
            needed,
            input.target() == Input.Target.SUSPENSION ? Net.FOLDED : Net.SPREAD);
    SourceFormat format = input.format().declaration();
    return declared.and(
        format.personal(),
        format.identifiers().stream()
            .collect(Collectors.toMap(column -> column, column -> Subject.AUTHOR)));
  }

  /** Whether some input of a study has identifiers that land as pseudonyms. */
  public static boolean needsKey(Study study) {
    return study.identifiers() == Study.Identifiers.PSEUDONYMS
        && study.inputs().stream()
            .anyMatch(input -> !input.isAbsent() && !of(input).identifiers().isEmpty());
  }

  /** The same with what the format of the files declares. */
  public PersonalData and(Collection<String> morePersonal, Map<String, Subject> moreIdentifiers) {
    Set<String> dropped = new HashSet<>(personal);
    dropped.addAll(normalised(morePersonal));
    Map<String, Subject> named = new HashMap<>(moreIdentifiers);
    named.putAll(identifiers);
    return new PersonalData(dropped, named, needed, net);
  }

  /** What becomes of a column when it lands. */
  public Fate fate(String column) {
    if (personal.contains(PersonalColumns.normalised(column))) {
      return Fate.DROPPED;
    }
    Subject subject = identifiers.get(column);
    if (subject != null) {
      return switch (subject) {
        case MERCHANT -> Fate.MERCHANT;
        case AUTHOR -> Fate.AUTHOR;
      };
    }
    boolean dropped =
        net == Net.SPREAD && !needed.contains(column) && PersonalColumns.looksPersonal(column);
    return dropped ? Fate.DROPPED_BY_NAME : Fate.KEPT;
  }

  /** Whether a field comes from a column. */
  public boolean needs(String column) {
    return needed.contains(column);
  }

  private static Set<String> normalised(Collection<String> columns) {
    return columns.stream().map(PersonalColumns::normalised).collect(Collectors.toSet());
  }
}
