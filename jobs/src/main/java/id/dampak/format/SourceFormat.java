package id.dampak.format;

import id.dampak.contract.Table;
import id.dampak.format.SourceColumn.Handling;
import id.dampak.format.SourceColumn.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the files of one source look like, and what their columns mean.
 *
 * @param summary what the files are, as a phrase
 * @param target table of silver that its rows are for; empty where the study says so
 * @param containers what its files may be
 * @param layout where the table starts
 * @param columns columns that its files are known to have; empty where the study names them
 * @param fields where the fields of the target come from
 * @param dateColumns columns of dates, where its rows become those of the target by rules of their
 *     own
 * @param datePatterns patterns of dates that its files are seen with: none for ISO, and where there
 *     are several, the study must say which
 * @param numbers how it writes numbers, where every file of it does so
 */
public record SourceFormat(
    String summary,
    Optional<Table> target,
    List<Container> containers,
    Layout layout,
    List<SourceColumn> columns,
    Map<String, Mapping> fields,
    List<String> dateColumns,
    List<String> datePatterns,
    Optional<NumberStyle> numbers) {

  /** The currency behind a name, which differs by country, and the star of a footnote. */
  private static final Pattern DECORATION = Pattern.compile("\\s*(\\*|\\((?:[A-Z]{3}|Rp)\\))$");

  private static final String EVERYTHING_UNDER = ".*";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Canonical constructor; copies the collections. */
  public SourceFormat {
    containers = List.copyOf(containers);
    columns = List.copyOf(columns);
    fields = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(fields));
    dateColumns = List.copyOf(dateColumns);
    datePatterns = List.copyOf(datePatterns);
  }

  /** Files whose columns only the study knows. */
  public static SourceFormat undeclared(String summary, Container... containers) {
    return new Builder(Optional.empty(), summary).in(containers).build();
  }

  /** Starts the declaration of a format whose rows are for {@code target}. */
  public static Builder of(Table target, String summary) {
    return new Builder(Optional.of(target), summary);
  }

  /** Whether its columns are known without the study. */
  public boolean isDeclared() {
    return !columns.isEmpty();
  }

  /** Whether a column of a file is among its own, or is for the study to name. */
  public boolean knows(String spelling) {
    return !isDeclared() || column(spelling).isPresent();
  }

  /** Whether its rows become those of the target by rules of their own, not column by column. */
  public boolean hasOwnRules() {
    return isDeclared() && fields.isEmpty();
  }

  /** Names in bronze of the columns that never land. */
  public Set<String> personal() {
    return names(Handling.PERSONAL);
  }

  /** Names in bronze of the columns that land as pseudonyms. */
  public Set<String> identifiers() {
    return names(Handling.IDENTIFIER);
  }

  /** The columns without which a file is refused. */
  public List<SourceColumn> required() {
    return columns.stream().filter(column -> column.presence() == Presence.REQUIRED).toList();
  }

  /** The column that a file calls {@code spelling}. */
  public Optional<SourceColumn> column(String spelling) {
    String plain = plain(spelling);
    return columns.stream()
        .filter(column -> column.spellings().stream().anyMatch(name -> names(name, plain)))
        .findFirst();
  }

  /**
   * The names under which the columns of a file land, in order. A column that is known by several
   * names lands under the first that the file has, and the others under their own, unless it is one
   * that must not land as it is.
   */
  public List<String> names(List<String> header) {
    Set<String> taken = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (String spelling : header) {
      Optional<SourceColumn> known = column(spelling);
      boolean first = known.map(column -> taken.add(column.name())).orElse(false);
      boolean guarded = known.map(column -> column.handling() != Handling.KEPT).orElse(false);
      names.add(first || guarded ? known.orElseThrow().name() : spelling);
    }
    return List.copyOf(names);
  }

  /** A spelling that ends in a point and an asterisk is that of all columns under it. */
  private static boolean names(String spelling, String plain) {
    if (spelling.endsWith(EVERYTHING_UNDER)) {
      return plain.startsWith(plain(spelling.substring(0, spelling.length() - 1)));
    }
    return plain(spelling).equals(plain);
  }

  private Set<String> names(Handling handling) {
    return columns.stream()
        .filter(column -> column.handling() == handling)
        .map(SourceColumn::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String plain(String spelling) {
    String bare = SPACE.matcher(spelling.strip()).replaceAll(" ");
    return DECORATION.matcher(bare).replaceFirst("").toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Collects a declaration. A column is written by its name in bronze, with further spellings
   * behind bars: {@code "No. Pesanan | Order ID"}.
   */
  public static final class Builder {
    private final Optional<Table> target;
    private final String summary;
    private final List<Container> containers = new ArrayList<>();
    private final Map<String, SourceColumn> columns = new LinkedHashMap<>();
    private final Map<String, Mapping> fields = new LinkedHashMap<>();
    private final List<String> dateColumns = new ArrayList<>();
    private final List<String> datePatterns = new ArrayList<>();
    private Layout layout = Layout.PLAIN;
    private Optional<NumberStyle> numbers = Optional.empty();

    private Builder(Optional<Table> target, String summary) {
      this.target = target;
      this.summary = summary;
    }

    /** What its files may be. */
    public Builder in(Container... kinds) {
      containers.addAll(List.of(kinds));
      return this;
    }

    /** Where the table starts. */
    public Builder laidOut(Layout table) {
      layout = table;
      return this;
    }

    /** Columns without which a file is refused. */
    public Builder required(String... names) {
      return add(Presence.REQUIRED, Handling.KEPT, names);
    }

    /** Columns that a file may have. */
    public Builder kept(String... names) {
      return add(Presence.OPTIONAL, Handling.KEPT, names);
    }

    /** Columns that tell about a person. */
    public Builder personal(String... names) {
      return add(Presence.OPTIONAL, Handling.PERSONAL, names);
    }

    /** Columns that name a merchant or an author. */
    public Builder identifiers(String... names) {
      return add(Presence.OPTIONAL, Handling.IDENTIFIER, names);
    }

    /** Of the columns named so far, those without which a file is refused as well. */
    public Builder demanded(String... names) {
      for (String name : names) {
        columns.computeIfPresent(name, (same, column) -> column.required());
      }
      return this;
    }

    private Builder add(Presence presence, Handling handling, String... names) {
      for (String written : names) {
        List<String> spellings =
            Arrays.stream(written.split("\\|", -1)).map(String::strip).toList();
        String name = spellings.get(0);
        if (columns.put(name, new SourceColumn(name, spellings, presence, handling)) != null) {
          throw new IllegalArgumentException(name + " is declared twice");
        }
      }
      return this;
    }

    /** Where a field of the target comes from. */
    public Builder field(String name, Mapping mapping) {
      fields.put(name, mapping);
      return this;
    }

    /** Of the columns named so far, those that hold dates which rules of their own read. */
    public Builder dated(String... names) {
      dateColumns.addAll(List.of(names));
      return this;
    }

    /** Patterns of dates that its files are seen with. */
    public Builder dates(String... patterns) {
      datePatterns.addAll(List.of(patterns));
      return this;
    }

    /** How every file of it writes numbers. */
    public Builder numbers(NumberStyle style) {
      numbers = Optional.of(style);
      return this;
    }

    /** The finished declaration. */
    public SourceFormat build() {
      fields.forEach(
          (field, mapping) ->
              mapping
                  .reads()
                  .forEach(
                      name -> {
                        if (!columns.containsKey(name)) {
                          throw new IllegalArgumentException(field + " reads unknown " + name);
                        }
                      }));
      return new SourceFormat(
          summary,
          target,
          containers,
          layout,
          List.copyOf(columns.values()),
          fields,
          dateColumns,
          datePatterns,
          numbers);
    }
  }
}
