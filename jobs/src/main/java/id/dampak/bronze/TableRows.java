package id.dampak.bronze;

import id.dampak.error.InputErrors;
import id.dampak.format.SourceColumn;
import id.dampak.format.SourceFormat;
import id.dampak.privacy.PersonalColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a table of cells, whatever file it is in: where the header stands and what follows it
 * is told by the format. Columns that the format knows land under the name it has for them; blanks
 * around their cells, and the tabs that exports put behind numbers, are no part of what they say.
 */
final class TableRows implements RowReader {
  private final SourceFile file;
  private final SourceFormat format;
  private final Records records;
  private final List<String> columns;
  private Optional<List<String>> ahead;
  private long row;

  /** The rows of {@code records}, which are closed with them. */
  TableRows(SourceFile file, SourceFormat format, Records records) {
    this.file = file;
    this.format = format;
    this.records = records;
    this.columns = format.names(checked(header()));
    this.ahead = first();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent() || records.hasNext();
  }

  @Override
  public LandedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<String> cells = records.filled(ahead.orElseGet(records::next), columns.size());
    ahead = Optional.empty();
    row++;
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> defects = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = i < columns.size() ? columns.get(i) : PersonalColumns.unnamed(i + 1);
      String text = format.isDeclared() ? cells.get(i).strip() : cells.get(i);
      Characters.fault(text).ifPresent(fault -> defects.add("the column " + name + " " + fault));
      fields.put(name, Characters.storable(text));
    }
    if (cells.size() != columns.size()) {
      defects.add("the row has " + cells.size() + " fields, but the header has " + columns.size());
      if (!format.personal().isEmpty()) {
        fields.clear(); // which of the cells are personal cannot be told any more
        defects.add("its cells are not kept, because some are personal");
      }
    }
    return new LandedRow(
        row,
        fields,
        defects.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", defects)));
  }

  @Override
  public void close() {
    records.close();
  }

  /** The first line that names a column that must be there, or else the last where it may stand. */
  private List<String> header() {
    List<String> line = nextRecord();
    for (int above = 0; above < format.layout().linesAbove(); above++) {
      if (namesRequired(line)) {
        return line;
      }
      line = records.hasNext() ? records.next() : line;
    }
    return line;
  }

  private List<String> nextRecord() {
    if (!records.hasNext()) {
      throw InputErrors.emptyFile(file.input(), file.place());
    }
    return records.next();
  }

  private boolean namesRequired(List<String> line) {
    List<SourceColumn> required = format.required();
    return line.stream().flatMap(cell -> format.column(cell).stream()).anyMatch(required::contains);
  }

  private List<String> checked(List<String> header) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      Characters.fault(name)
          .ifPresent(
              fault -> {
                throw InputErrors.notText(file.input(), file.place(), fault);
              });
      // A column that nobody named lands by its place, as one behind the header does.
      String trimmed = name.isBlank() ? PersonalColumns.unnamed(names.size() + 1) : name.strip();
      if (!seen.add(trimmed)) {
        throw InputErrors.repeatedColumn(file.input(), file.place(), trimmed);
      }
      names.add(trimmed);
    }
    return List.copyOf(names);
  }

  /** The first row, unless it describes the columns. */
  private Optional<List<String>> first() {
    Optional<Integer> numbered =
        format.layout().numbered().map(columns::indexOf).filter(at -> at >= 0);
    if (numbered.isEmpty() || !records.hasNext()) {
      return Optional.empty();
    }
    List<String> line = records.next();
    int at = numbered.get();
    boolean describes =
        at < line.size()
            && !line.get(at).isBlank()
            && line.get(at).chars().noneMatch(Character::isDigit);
    return describes ? Optional.empty() : Optional.of(line);
  }
}
