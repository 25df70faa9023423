package id.dampak;

import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A study file for a test: a small valid one, in which single top-level keys are replaced. */
public final class StudyText {
  private final Map<String, String> blocks;

  private StudyText(Map<String, String> blocks) {
    this.blocks = blocks;
  }

  /** Days of August and September 2025 in Indonesia; sales through the channel {@code live}. */
  public static StudyText daily() {
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("study", "test-study");
    blocks.put("title", "A test");
    blocks.put("question", "Does it work?");
    blocks.put("origin", "synthetic");
    blocks.put("currency", "{code: IDR, minor_digits: 0}");
    blocks.put("seed", "1");
    blocks.put("regions", "indonesia");
    blocks.put("time_zone", "Asia/Jakarta");
    blocks.put("inputs", "{orders: {table: transaction, format: csv, files: []}}");
    blocks.put("period", "day");
    blocks.put("window", "{from: 2025-08-01, until: 2025-09-11}");
    blocks.put(
        "suspensions",
        "{platforms: [TikTok], features: [LIVE], from: 2025-08-20, until: 2025-09-10}");
    blocks.put(
        "exposure",
        "{by: feature_share, channel: live, baseline: {from: 2025-08-01, until: 2025-08-11}}");
    return new StudyText(blocks);
  }

  /** The same study by longer periods, over whole ones of any length from January to September. */
  public StudyText by(String period) {
    String window =
        period.equals("week")
            ? "{from: 2025-01-06, until: 2025-09-29}"
            : "{from: 2025-01-01, until: 2025-10-01}";
    String baseline =
        period.equals("week")
            ? "{from: 2025-03-31, until: 2025-06-30}"
            : "{from: 2025-04-01, until: 2025-07-01}";
    return with("period", period)
        .with("window", window)
        .with("exposure", "{by: feature_share, channel: live, baseline: " + baseline + "}");
  }

  /** The same study with another {@code value}, in YAML's flow style, under a top-level key. */
  public StudyText with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(blocks);
    changed.put(key, value.strip());
    return new StudyText(changed);
  }

  /** The same study with one input of the canonical names, named {@code orders}. */
  public StudyText orders(String keys) {
    return with("inputs", "{orders: {table: transaction, format: csv, files: [], " + keys + "}}");
  }

  /** Writes it to {@code file}, whose folder input paths are relative to. */
  public Path write(Path file) {
    try {
      return Files.writeString(
          file,
          blocks.entrySet().stream()
              .map(block -> block.getKey() + ": " + block.getValue() + "\n")
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The study it declares. */
  public Study read() {
    try {
      Path file = Files.createTempFile("study", ".yaml");
      try {
        return StudyFile.read(write(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
