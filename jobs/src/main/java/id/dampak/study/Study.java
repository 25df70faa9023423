package id.dampak.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What an economist declares before looking at the outcome: the data, the suspensions, the exposure
 * and the specifications.
 *
 * @param id short name; results are filed under it
 * @param title heading of the report
 * @param question what the study asks, as a sentence
 * @param dataset the body of data in the lake that the study draws on; studies may share one
 * @param origin whether the data are real
 * @param identifiers whether merchants and authors are kept by pseudonyms
 * @param currency currency of all amounts
 * @param seed seed of every random draw
 * @param regions how region names are read
 * @param timeZone IANA zone of regions that have none of their own, and of input times without an
 *     offset
 * @param inputs the files to land
 * @param period length of a period
 * @param window local days that the panel covers
 * @param suspensions which suspension records count
 * @param exposure how a unit's dose is measured
 * @param dimensions columns of the unit table by which losses are split
 * @param minimumUnits groups with fewer units are suppressed in published tables
 * @param disclosure how cautious published tables are
 * @param confidenceLevel level of every interval, for example 0.95
 * @param policy the alternative to a blanket suspension, where the study asks for it
 * @param accounting how the loss is split, and what stands beside it
 * @param quality where the study departs from the quality rules
 * @param specifications what to estimate, in order
 * @param canonical its canonical form, which results are filed by; file locations are not part of
 *     it
 * @param knownOn last day whose knowledge counts; all that has landed where empty
 */
public record Study(
    String id,
    String title,
    String question,
    String dataset,
    Origin origin,
    Identifiers identifiers,
    Money currency,
    long seed,
    Regions regions,
    String timeZone,
    List<Input> inputs,
    Period period,
    Window window,
    SuspensionFilter suspensions,
    Exposure exposure,
    List<Dimension> dimensions,
    int minimumUnits,
    Disclosure disclosure,
    double confidenceLevel,
    Optional<Policy> policy,
    Accounting accounting,
    QualityRules quality,
    List<Specification> specifications,
    CanonicalStudy canonical,
    Optional<LocalDate> knownOn) {

  private static final String KNOWN_ON = "@";

  /** Canonical constructor; copies the lists. */
  public Study {
    inputs = List.copyOf(inputs);
    dimensions = List.copyOf(dimensions);
    specifications = List.copyOf(specifications);
  }

  /** Whether the data are of this world. */
  public enum Origin {
    /** Records of real sales. */
    REAL,
    /** Simulated; every output says so. */
    SYNTHETIC
  }

  /** What the lake keeps of the identifiers of merchants and authors. */
  public enum Identifiers {
    /** A keyed hash of each: rows still belong together, and nobody is named. */
    PSEUDONYMS,
    /** What the source has, for public records and for simulated data. */
    AS_THEY_ARE
  }

  /**
   * A currency.
   *
   * @param code ISO 4217 code
   * @param minorDigits decimal digits of an amount in the currency's own notation; amounts are
   *     stored without the point
   */
  public record Money(String code, int minorDigits) {

    /** Whether it is the currency of Indonesia. */
    public boolean isRupiah() {
      return code.equals("IDR");
    }
  }

  /** How the names of regions in the sources are read. */
  public enum Regions {
    /**
     * Indonesian provinces: names and aliases become Kemendagri codes, and each code has its time
     * zone.
     */
    INDONESIA,
    /** Codes or names are kept as the source has them; times are in the zone of the input. */
    AS_IS
  }

  /** A column of the unit table by which losses are split. */
  public enum Dimension {
    SIZE_CLASS,
    SECTOR,
    REGION
  }

  /** Presets of the rules that published tables keep. */
  public enum Disclosure {
    /** At least ten merchants in a cell, none of which dominates it. */
    STRICT,
    /** At least three, for data that are little sensitive. */
    LIGHT
  }

  /**
   * Targeted moderation as the alternative to the blanket suspension.
   *
   * @param thresholds scores from which a session would be stopped, each an option
   * @param displacedShare share of a stopped session's sales that its merchant makes elsewhere
   */
  public record Policy(List<Double> thresholds, double displacedShare) {

    /** Canonical constructor; copies the list. */
    public Policy {
      thresholds = List.copyOf(thresholds);
    }
  }

  /** SHA-256 of the canonical form. */
  public String hash() {
    return canonical.hash();
  }

  /** The inputs that land in one table, in order. */
  public List<Input> inputsFor(Input.Target target) {
    return inputs.stream().filter(input -> input.target() == target).toList();
  }

  /**
   * The study as it would have come out on a day in the past: rows that became known later do not
   * count. Its results stand beside those of the present, under the identifier {@code id@day}.
   */
  public Study asKnownOn(LocalDate day) {
    return new Study(
        id + KNOWN_ON + day,
        title,
        question,
        dataset,
        origin,
        identifiers,
        currency,
        seed,
        regions,
        timeZone,
        inputs,
        period,
        window,
        suspensions,
        exposure,
        dimensions,
        minimumUnits,
        disclosure,
        confidenceLevel,
        policy,
        accounting,
        quality,
        specifications,
        canonical,
        Optional.of(day));
  }

  /** The specification that answers the question: the first that is no placebo. */
  public Optional<Specification> headline() {
    return specifications.stream()
        .filter(specification -> specification.role() == Specification.Role.RESULT)
        .findFirst();
  }

  /** Its identifier as declared, whatever day's knowledge counts. */
  public String declaredId() {
    return knownOn.map(day -> id.substring(0, id.length() - (KNOWN_ON + day).length())).orElse(id);
  }

  /** The name of what becomes of the dataset once it is cleaned by the knowledge that counts. */
  public String cleanedDataset() {
    return knownOn.map(day -> dataset + KNOWN_ON + day).orElse(dataset);
  }

  /** The moment by which a row must have been known to count: the end of the day. */
  public Optional<Instant> knownBy() {
    return knownOn.map(day -> day.plusDays(1).atStartOfDay(ZoneId.of(timeZone)).toInstant());
  }

  /** Whether an identifier is that of a study itself, and not of one as known on a day. */
  public static boolean isOfThePresent(String id) {
    return !id.contains(KNOWN_ON);
  }

  /** The same study with other inputs. */
  Study withInputs(List<Input> others) {
    return new Study(
        id,
        title,
        question,
        dataset,
        origin,
        identifiers,
        currency,
        seed,
        regions,
        timeZone,
        others,
        period,
        window,
        suspensions,
        exposure,
        dimensions,
        minimumUnits,
        disclosure,
        confidenceLevel,
        policy,
        accounting,
        quality,
        specifications,
        canonical,
        knownOn);
  }
}
