package id.dampak.study;

import id.dampak.contract.CodeSystem;
import id.dampak.contract.Table;
import id.dampak.format.CloudflareRadar;
import id.dampak.format.Container;
import id.dampak.format.Mapping;
import id.dampak.format.MidtransPayments;
import id.dampak.format.NumberStyle;
import id.dampak.format.ShopeeAffiliate;
import id.dampak.format.ShopeeOrders;
import id.dampak.format.SourceFormat;
import id.dampak.format.StopRegistry;
import id.dampak.format.Texts;
import id.dampak.format.TiktokAffiliate;
import id.dampak.format.TiktokOrders;
import id.dampak.format.TokopediaOrders;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One source of rows.
 *
 * @param name name that {@code --input NAME=PATH} overrides and that rows carry
 * @param target table that its rows are for
 * @param format how the files are written
 * @param files resolved paths or globs
 * @param timeZone IANA zone of times without an offset
 * @param timeZones zones of single countries, where a source covers several
 * @param notation how dates and numbers are written, as far as the study or the format says
 * @param columns where each target field comes from, by the format and by the study, which has the
 *     last word; a field that is not in it comes from the column of its own name
 * @param delivery what the files of one run are to those of earlier runs
 * @param use local days whose rows enter the panel, where a source is superseded by another outside
 *     them
 * @param regionCodes whose codes the regions are, where they are numbers
 * @param persons columns that are about persons, beside those of the mapping
 */
public record Input(
    String name,
    Target target,
    Format format,
    List<Path> files,
    String timeZone,
    Map<String, String> timeZones,
    Notation notation,
    Map<String, Mapping> columns,
    Delivery delivery,
    Optional<Window> use,
    Optional<CodeSystem> regionCodes,
    Persons persons) {
  private static final String ISO = "iso";

  /** Canonical constructor; copies the collections, which print alike on every machine. */
  public Input {
    files = List.copyOf(files);
    timeZones = Collections.unmodifiableMap(new TreeMap<>(timeZones));
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** The table that rows are for. */
  public enum Target {
    SUSPENSION,
    TRANSACTION,
    /** Which content an order came through. */
    ATTRIBUTION,
    MERCHANT,
    LIVE_SESSION,
    CONTENT,
    /** Texts that the classifier is judged by and never learns from. */
    EVALUATION_TEXT;

    /** Whether a study runs without files of this kind, and says so. */
    public boolean mayBeAbsent() {
      return this == EVALUATION_TEXT;
    }

    /** The target whose rows become those of a table. */
    static Target of(Table table) {
      return valueOf(table.name().toUpperCase(Locale.ROOT));
    }
  }

  /** How files are written. */
  public enum Format {
    /** Comma-separated values with a header row, plain or gzip. */
    CSV(
        SourceFormat.undeclared(
            "Any table with a header row, as text or as a sheet of a workbook",
            Container.CSV,
            Container.XLSX)),
    /** Parquet. */
    PARQUET(SourceFormat.undeclared("Any table as Parquet", Container.PARQUET)),
    /** JSON Lines. */
    JSON_LINES(SourceFormat.undeclared("Any table as JSON, one object a line", Container.JSON)),
    /** The combined sheet of Access Now's STOP registry as CSV, plain or gzip. */
    STOP(StopRegistry.FORMAT),
    /** Order export of TikTok Shop and Tokopedia. */
    TIKTOK_ORDERS(TiktokOrders.FORMAT),
    /** Affiliate order export of TikTok. */
    TIKTOK_AFFILIATE(TiktokAffiliate.FORMAT),
    /** Order export of Shopee. */
    SHOPEE_ORDERS(ShopeeOrders.FORMAT),
    /** Affiliate order export of Shopee. */
    SHOPEE_AFFILIATE(ShopeeAffiliate.FORMAT),
    /** Order export of Tokopedia before it merged with TikTok Shop. */
    TOKOPEDIA_ORDERS(TokopediaOrders.FORMAT),
    /** Payments by Midtrans. */
    MIDTRANS(MidtransPayments.FORMAT),
    /** Outages by Cloudflare Radar. */
    CLOUDFLARE_RADAR(CloudflareRadar.FORMAT),
    /** Texts with or without labels. */
    TEXTS(Texts.FORMAT);

    @SuppressWarnings("ImmutableEnumChecker") // a record that copies its collections
    private final SourceFormat declaration;

    Format(SourceFormat declaration) {
      this.declaration = declaration;
    }

    /** What its files look like. */
    public SourceFormat declaration() {
      return declaration;
    }

    /** Its name in a study file. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How dates and numbers are written.
   *
   * @param dates {@code iso}, or a pattern as of {@link java.time.format.DateTimeFormatter}; empty
   *     where nobody says: ISO is read, and what could be read in two ways is refused
   * @param numbers how numbers are written; empty where nobody says: plain ones are read, and what
   *     could be read in two ways is refused
   * @param delimiter what stands between the fields of text
   * @param sheet sheet of a workbook that holds the rows, where it is not the one of the format
   */
  public record Notation(
      Optional<String> dates,
      Optional<NumberStyle> numbers,
      char delimiter,
      Optional<String> sheet) {
    static final char COMMA = ',';

    /** What is written with commas and on the usual sheet. */
    public Notation(Optional<String> dates, Optional<NumberStyle> numbers) {
      this(dates, numbers, COMMA, Optional.empty());
    }
  }

  /** What the files of one run are to those that landed in earlier runs. */
  public enum Delivery {
    /** All there is: rows of files that are no longer given stay in bronze, and no longer count. */
    SNAPSHOT,
    /** What is new: it comes on top of all that landed before. */
    INCREMENTS
  }

  /** Whether the study does without it, because no files were given and none are needed. */
  public boolean isAbsent() {
    return files.isEmpty() && target.mayBeAbsent();
  }

  /** {@code iso}, or the pattern of its dates. */
  public String dateFormat() {
    return notation.dates().orElse(ISO);
  }

  /** Where a field comes from. */
  public Mapping mapping(String field) {
    return columns.getOrDefault(field, Mapping.column(field));
  }

  /** The same input read from elsewhere. */
  public Input withFiles(List<Path> others) {
    return new Input(
        name,
        target,
        format,
        others,
        timeZone,
        timeZones,
        notation,
        columns,
        delivery,
        use,
        regionCodes,
        persons);
  }
}
