package id.dampak.report;

import id.dampak.error.ReportErrors;
import id.dampak.privacy.PrivateFiles;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/** Writes one self-contained HTML page: no script, no font and no image is loaded from anywhere. */
public final class ReportWriter {
  private static final String TEMPLATES = "id/dampak/report";

  private ReportWriter() {}

  /**
   * Renders the model into {@code file}. Folders are made as needed; whoever has the old report
   * open sees either that or the new one, never half of it. Only the owner can read it: what it
   * shows is for its maker to publish.
   *
   * @throws id.dampak.error.DampakException (USER) when the file cannot be written
   */
  public static void write(ReportModel model, Path file) {
    String html = render(model);
    Path target = file.toAbsolutePath();
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    try {
      PrivateFiles.createFolders(target.resolveSibling(""));
      Files.deleteIfExists(unfinished);
      PrivateFiles.create(unfinished);
      Files.writeString(unfinished, html, StandardCharsets.UTF_8);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw ReportErrors.cannotWrite(file, e);
    } finally {
      // After a move there is nothing to delete; after a failure half a page would be left behind.
      unfinished.toFile().delete();
    }
  }

  static String render(ReportModel model) {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(templates())
            .extension(new ReportExtension())
            .strictVariables(true)
            .defaultLocale(Locale.ENGLISH)
            .build();
    StringWriter html = new StringWriter();
    try {
      engine.getTemplate("page").evaluate(html, Map.of("report", model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }

  private static ClasspathLoader templates() {
    ClasspathLoader loader = new ClasspathLoader(ReportWriter.class.getClassLoader());
    loader.setPrefix(TEMPLATES);
    loader.setSuffix(".peb");
    return loader;
  }
}
