package id.dampak.bronze;

import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of landed rows what the lake must not know: personal columns go, identifiers become
 * pseudonyms. It works on the rows of the reader, before Spark sees them, so that no plan, table or
 * message can hold what it takes out.
 */
final class Redaction implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final PersonalData data;
  private final @Nullable Pseudonyms pseudonyms;

  /**
   * A redaction.
   *
   * @param pseudonyms how identifiers are replaced; they stay as they are where empty
   */
  Redaction(PersonalData data, Optional<Pseudonyms> pseudonyms) {
    this.data = data;
    this.pseudonyms = pseudonyms.orElse(null);
  }

  /** What becomes of a column. */
  Fate fate(String column) {
    Fate fate = data.fate(column);
    return pseudonyms == null ? fate.withoutPseudonyms() : fate;
  }

  /**
   * What becomes of each of a file's columns, in their order. One whose values hold something
   * personal is dropped as a whole: its text cannot be kept in part.
   *
   * @param within names of fields in the values of columns, as of {@link RowReader#within}
   */
  Map<String, Fate> fates(Collection<String> columns, Map<String, Set<String>> within) {
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (String column : columns) {
      Fate fate = fate(column);
      boolean isPartlyPersonal =
          within.getOrDefault(column, Set.of()).stream()
              .anyMatch(name -> fate(column + "." + name) != Fate.KEPT);
      fates.put(column, fate == Fate.KEPT && isPartlyPersonal ? Fate.DROPPED_WITH_PARTS : fate);
    }
    return fates;
  }

  /** The rows of a reader, which says of its columns what it did before. */
  RowReader over(RowReader reader) {
    return new RedactedRows(reader, this);
  }

  /** The pseudonym of a value; the value itself where identifiers stay as they are. */
  String pseudonym(Subject subject, String value) {
    return pseudonyms == null ? value : pseudonyms.of(subject, value);
  }

  @Override
  public String toString() {
    return "Redaction[secret]";
  }

  private static final class RedactedRows implements RowReader {
    private static final String NOT_KEPT =
        "; what it holds is not kept, because personal fields may be among it";

    private final RowReader reader;
    private final Redaction redaction;
    private final Map<String, Fate> fates = new HashMap<>();
    private final boolean guarded;
    private final int width;

    RedactedRows(RowReader reader, Redaction redaction) {
      this.reader = reader;
      this.redaction = redaction;
      fates.putAll(redaction.fates(reader.columns(), reader.within()));
      this.guarded = fates.values().stream().anyMatch(fate -> fate != Fate.KEPT);
      this.width = reader.columns().size();
    }

    @Override
    public List<String> columns() {
      return reader.columns();
    }

    @Override
    public Map<String, Set<String>> within() {
      return reader.within();
    }

    @Override
    public boolean hasNext() {
      return reader.hasNext();
    }

    @Override
    public LandedRow next() {
      LandedRow row = reader.next();
      return displaced(row)
          ? new LandedRow(
              row.number(), Map.of(), row.defect().map(defect -> defect.concat(NOT_KEPT)))
          : new LandedRow(row.number(), fields(row), row.defect());
    }

    /** In a row of another length than the header, a value may stand under any column's name. */
    private boolean displaced(LandedRow row) {
      int held = row.fields().size();
      return guarded && row.defect().isPresent() && held > 0 && held != width;
    }

    private Map<String, String> fields(LandedRow row) {
      Map<String, String> fields = new LinkedHashMap<>();
      row.fields()
          .forEach(
              (column, value) -> {
                Fate fate = fates.computeIfAbsent(column, redaction::fate);
                if (!fate.dropped()) {
                  fields.put(column, redacted(fate, value));
                }
              });
      return fields;
    }

    private String redacted(Fate fate, String value) {
      return fate.subject().map(subject -> redaction.pseudonym(subject, value)).orElse(value);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
