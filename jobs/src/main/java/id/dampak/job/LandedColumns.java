package id.dampak.job;

import id.dampak.bronze.FileColumns;
import id.dampak.bronze.GivenFields;
import id.dampak.error.LakeErrors;
import id.dampak.error.PrivacyErrors;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.PrivateFiles;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.study.Input;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of every source column of a dataset, and by which key, as the lake remembers it: the
 * key by its fingerprint. Bronze only grows, so that a study which now says otherwise is refused
 * rather than mixed with what landed before. It is written before the first row lands.
 */
final class LandedColumns {
  private static final String FOLDER = ".columns";
  private static final String KEY = "key";
  private static final String COLUMN = "column.";

  /** Before the mark of what the study gives in place of columns; most inputs have none. */
  private static final String GIVEN = "given.";

  private static final String NOTHING = "";

  private final RunContext run;
  private final Path folder;
  private final Properties known;

  private LandedColumns(RunContext run) {
    this.run = run;
    this.folder = run.lake().root().resolve(FOLDER);
    this.known = read(file());
  }

  /** What the lake of a run remembers of its dataset. */
  static LandedColumns in(RunContext run) {
    return new LandedColumns(run);
  }

  /**
   * Refuses a key that is not the lake's, and declarations other than those that files landed by.
   */
  void requireSame(Optional<PseudonymKey> key, LandedFiles landed) {
    key.ifPresent(this::requireSameKey);
    for (Input input : run.study().inputs()) {
      PersonalData data = PersonalData.of(input);
      List<String> columns = columns(input.name());
      if (columns.isEmpty() && key.isPresent() && landed.rows(input) > 0) {
        throw PrivacyErrors.landedUnrecorded(run.lake().root(), input.name());
      }
      columns.forEach(column -> requireSameFate(input, column, data, key));
      String before = known.getProperty(GIVEN + input.name(), NOTHING);
      if (landed.rows(input) > 0 && !before.equals(given(input, key))) {
        throw PrivacyErrors.landedWithOtherMerchants(run.lake().root(), input.name());
      }
    }
  }

  private static String given(Input input, Optional<PseudonymKey> key) {
    return GivenFields.of(input, key.map(Pseudonyms::new)).mark();
  }

  /** The columns that an input's files have or had, by its name, less those that were dropped. */
  Map<String, List<String>> kept() {
    return run.study().inputs().stream()
        .map(Input::name)
        .collect(
            Collectors.toMap(
                input -> input,
                input ->
                    columns(input).stream()
                        .filter(column -> !fate(input, column).dropped())
                        .toList()));
  }

  private List<String> columns(String input) {
    String prefix = prefix(input);
    return known.stringPropertyNames().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  private Fate fate(String input, String column) {
    return Fate.valueOf(known.getProperty(prefix(input) + column));
  }

  private void requireSameFate(
      Input input, String column, PersonalData data, Optional<PseudonymKey> key) {
    Fate before = fate(input.name(), column);
    Fate declared = data.fate(column);
    Fate now = key.isPresent() ? declared : declared.withoutPseudonyms();
    boolean isPartlyPersonal = before.dropped() && now == Fate.KEPT && !data.needs(column);
    if (!before.words().equals(now.words()) && !isPartlyPersonal) {
      throw PrivacyErrors.landedOtherwise(
          run.lake().root(), input.name(), column, before.words(), now.words());
    }
  }

  private void requireSameKey(PseudonymKey key) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      files
          .map(file -> Optional.ofNullable(read(file).getProperty(KEY)))
          .flatMap(Optional::stream)
          .filter(stored -> !stored.equals(key.fingerprint()))
          .findFirst()
          .ifPresent(
              stored -> {
                throw PrivacyErrors.otherKey(run.lake().root(), stored, key.fingerprint());
              });
    } catch (IOException e) {
      throw LakeErrors.unreadable(folder, e.toString());
    }
  }

  /** Writes down what becomes of the columns of files that are about to land. */
  void record(Optional<PseudonymKey> key, List<FileColumns> columns) {
    key.ifPresent(given -> known.setProperty(KEY, given.fingerprint()));
    columns.forEach(
        file ->
            file.fates()
                .forEach(
                    (column, fate) ->
                        known.setProperty(prefix(file.input()) + column, fate.name())));
    for (Input input : run.study().inputs()) {
      String given = given(input, key);
      if (given.equals(NOTHING)) {
        known.remove(GIVEN + input.name());
      } else {
        known.setProperty(GIVEN + input.name(), given);
      }
    }
    try {
      StringWriter text = new StringWriter();
      known.store(text, null);
      PrivateFiles.write(file(), withoutDate(text.toString()));
    } catch (IOException e) {
      throw LakeErrors.notWritable(run.lake().root(), folder);
    }
  }

  /** The same columns make the same file, whenever they landed. */
  private static String withoutDate(String properties) {
    return properties
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Path file() {
    return folder.resolve(run.study().dataset() + ".properties");
  }

  private static String prefix(String input) {
    return COLUMN + input + ".";
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw LakeErrors.unreadable(file, e.toString());
      }
    }
    return properties;
  }
}
