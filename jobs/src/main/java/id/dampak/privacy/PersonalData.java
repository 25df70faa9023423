package id.dampak.privacy;

import id.dampak.study.Fields;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of the columns of an input: which are about persons, and which the study needs.
 *
 * @param personal columns that are dropped, in the form of {@link PersonalColumns#normalised}
 * @param identifiers columns that name a merchant or an author, in the same form
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
    Set<String> needed = new HashSet<>();
    Fields.all(input.target()).forEach(field -> needed.addAll(input.mapping(field).columns()));
    PersonalData declared =
        new PersonalData(
            Set.copyOf(normalised(input.persons().personal())),
            Map.of(),
            needed,
            input.target() == Input.Target.SUSPENSION ? Net.FOLDED : Net.SPREAD);
    return declared.and(input.format().declaration().personal(), named(input));
  }

  /** The columns of an input that name a merchant or an author, as they are declared. */
  public static Map<String, Subject> named(Input input) {
    Map<String, Subject> named = new TreeMap<>();
    input.format().declaration().identifiers().forEach(column -> named.put(column, Subject.AUTHOR));
    input.persons().authors().forEach(column -> named.put(column, Subject.AUTHOR));
    columns(input, Subject.AUTHOR).forEach(column -> named.put(column, Subject.AUTHOR));
    columns(input, Subject.MERCHANT).forEach(column -> named.put(column, Subject.MERCHANT));
    return named;
  }

  private static List<String> columns(Input input, Subject subject) {
    return Fields.all(input.target()).contains(subject.field())
        ? input.mapping(subject.field()).columns()
        : List.of();
  }

  /** Whether some input of a study has identifiers that land as pseudonyms. */
  public static boolean needsKey(Study study) {
    return study.identifiers() == Study.Identifiers.PSEUDONYMS
        && study.inputs().stream()
            .filter(input -> !input.isAbsent())
            .anyMatch(input -> !given(input).isEmpty() || !named(input).isEmpty());
  }

  /** Whom the study itself names in an input, or lets the names of its files name. */
  public static List<Subject> given(Input input) {
    List<String> fields = Fields.all(input.target());
    return Arrays.stream(Subject.values())
        .filter(subject -> fields.contains(subject.field()))
        .filter(subject -> input.mapping(subject.field()).columns().isEmpty())
        .toList();
  }

  /** The same with what the format of the files declares. */
  public PersonalData and(Collection<String> morePersonal, Map<String, Subject> moreIdentifiers) {
    Set<String> dropped = new HashSet<>(personal);
    dropped.addAll(normalised(morePersonal));
    Map<String, Subject> named = new HashMap<>();
    // Of two spellings of a column the one as a merchant counts: its values must match others'.
    moreIdentifiers.forEach(
        (column, subject) ->
            named.merge(PersonalColumns.normalised(column), subject, PersonalData::merchantFirst));
    named.putAll(identifiers);
    return new PersonalData(dropped, named, needed, net);
  }

  /**
   * What becomes of a column when it lands. What is declared of an object is declared of the fields
   * in it, and a field that nobody needs is judged by every name on the way to it.
   */
  public Fate fate(String column) {
    List<String> path = normalised(PersonalColumns.withThoseAbove(column));
    if (path.stream().anyMatch(personal::contains)) {
      return Fate.DROPPED;
    }
    Optional<Subject> subject =
        path.stream().filter(identifiers::containsKey).findFirst().map(identifiers::get);
    if (subject.isPresent()) {
      return switch (subject.get()) {
        case MERCHANT -> Fate.MERCHANT;
        case AUTHOR -> Fate.AUTHOR;
      };
    }
    return needed.contains(column) ? Fate.KEPT : undeclared(column);
  }

  private Fate undeclared(String column) {
    List<String> parts = PersonalColumns.parts(column);
    if (normalised(parts).stream().anyMatch(personal::contains)) {
      return Fate.DROPPED;
    }
    if (!personal.isEmpty() && PersonalColumns.isUnnamed(column)) {
      return Fate.DROPPED_UNNAMED;
    }
    boolean looksPersonal =
        PersonalColumns.looksPersonal(column)
            || parts.stream().anyMatch(PersonalColumns::looksPersonal);
    return net == Net.SPREAD && looksPersonal ? Fate.DROPPED_BY_NAME : Fate.KEPT;
  }

  /** Whether a field comes from a column. */
  public boolean needs(String column) {
    return needed.contains(column);
  }

  private static Subject merchantFirst(Subject one, Subject other) {
    return one == Subject.MERCHANT ? one : other;
  }

  private static List<String> normalised(Collection<String> columns) {
    return columns.stream().map(PersonalColumns::normalised).toList();
  }
}
