package id.dampak.text;

import id.dampak.error.TextErrors;
import id.dampak.privacy.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A {@link TextModel} on disk: gzipped, tab-separated lines that can be read with {@code zcat}. The
 * first names the format; then come the intercept, the calibration's slope and offset, the three
 * thresholds, and one line a feature: block, feature, idf, weight. Numbers keep full precision.
 */
public final class TextModelFile {
  /** The file's usual name. */
  public static final String NAME = "provocative.tsv.gz";

  private static final String FORMAT = "dampak-text-model\t1";
  private static final int ID_LENGTH = 16;

  private TextModelFile() {}

  /**
   * Writes the model; a reader never sees half of it. Only the owner can read it, because its
   * features are words of the texts that it learnt from.
   */
  public static void write(TextModel model, Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    PrivateFiles.createFolders(whole.resolveSibling("."));
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.deleteIfExists(part);
    PrivateFiles.create(part);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      out.write(content(model).getBytes(StandardCharsets.UTF_8));
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads a model; a missing or damaged file is the user's error. */
  public static TextModel read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw TextErrors.unreadableModel(file, "it is a folder, a pipe or a device");
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (NoSuchFileException e) {
      throw TextErrors.noModel(file);
    } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
      throw TextErrors.unreadableModel(file, String.valueOf(e.getMessage()));
    }
  }

  /** The first half of the SHA-256 of the file's content before compression. */
  static String hash(TextModel model) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(content(model).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String content(TextModel model) {
    List<String> lines = new ArrayList<>();
    lines.add(FORMAT);
    lines.add("intercept\t" + model.intercept());
    lines.add("calibration\t" + model.calibration().slope() + "\t" + model.calibration().offset());
    Thresholds thresholds = model.thresholds();
    lines.add(
        "thresholds\t"
            + thresholds.atOnePercent()
            + "\t"
            + thresholds.atFivePercent()
            + "\t"
            + thresholds.atTenPercent());
    for (Block block : Block.values()) {
      model
          .weights(block)
          .forEach(
              (feature, weight) ->
                  lines.add(block + "\t" + feature + "\t" + weight.idf() + "\t" + weight.weight()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static TextModel parse(List<String> lines) {
    if (lines.size() < 4 || !lines.get(0).equals(FORMAT)) {
      throw new IllegalArgumentException("it does not begin with \"" + FORMAT + "\"");
    }
    String[] intercept = cells(lines.get(1), 2);
    String[] calibration = cells(lines.get(2), 3);
    String[] thresholds = cells(lines.get(3), 4);
    Map<Block, Map<String, TextModel.Weight>> weights = new EnumMap<>(Block.class);
    for (String line : lines.subList(4, lines.size())) {
      String[] cells = cells(line, 4);
      weights
          .computeIfAbsent(Block.valueOf(cells[0]), unused -> new HashMap<>())
          .put(cells[1], new TextModel.Weight(number(cells[2]), number(cells[3])));
    }
    return new TextModel(
        number(intercept[1]),
        new Platt(number(calibration[1]), number(calibration[2])),
        new Thresholds(number(thresholds[1]), number(thresholds[2]), number(thresholds[3])),
        weights);
  }

  private static String[] cells(String line, int count) {
    String[] cells = line.split("\t", -1);
    if (cells.length != count) {
      throw new IllegalArgumentException("a line has " + cells.length + " cells, not " + count);
    }
    return cells;
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }
}
