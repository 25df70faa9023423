package id.dampak.study;

import id.dampak.error.StudyErrors;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a study from its YAML file. Every key is documented in {@code jobs/docs/study-file.md}. */
public final class StudyFile {
  private StudyFile() {}

  /**
   * The study that {@code file} declares; its input paths are resolved against the folder of the
   * file.
   *
   * @throws id.dampak.error.DampakException naming the line, where the file is missing or wrong
   */
  public static Study read(Path file) {
    if (Files.isDirectory(file)) {
      throw StudyErrors.studyIsFolder(file);
    }
    if (!Files.isRegularFile(file)) {
      throw StudyErrors.noSuchStudy(file);
    }
    Node root = compose(file);
    return new StudyReader(file)
        .study(new Section(file, "the study", root), new CanonicalStudy(CanonicalForm.text(root)));
  }

  /**
   * The study of a canonical form that a run has kept; where its files lay is not known.
   *
   * @throws id.dampak.error.DampakException where this version knows no such study any more
   */
  static Study stored(CanonicalStudy canonical) {
    Path label = Path.of("stored study " + canonical.hash());
    return new StudyReader(label)
        .study(new Section(label, "the study", tree(canonical)), canonical);
  }

  /** What the canonical form says, block by block. */
  static Node tree(CanonicalStudy canonical) {
    return new Compose(LoadSettings.builder().build())
        .composeString(canonical.escaped())
        .orElseThrow();
  }

  private static Node compose(Path file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setMaxAliasesForCollections(Bounds.MOST_ALIASES)
            .setAllowDuplicateKeys(true)
            .build();
    try {
      if (Files.size(file) > Bounds.LARGEST_FILE) {
        throw StudyErrors.tooLarge(file, Files.size(file), Bounds.LARGEST_FILE);
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Bounds.require(file, settings, text);
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> StudyErrors.notYaml(file, 1, "The file is empty"));
      requireTree(file, root);
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw StudyErrors.notYaml(file, line, capitalised(e.getProblem()));
    } catch (YamlEngineException e) {
      throw StudyErrors.notYaml(file, 1, capitalised(String.valueOf(e.getMessage())));
    } catch (CharacterCodingException e) {
      throw StudyErrors.notYaml(file, 1, "The file is not UTF-8 text");
    } catch (IOException e) {
      throw StudyErrors.unreadableStudy(file, e.toString());
    }
  }

  /** A block that holds itself by an alias would be read without end. */
  private static void requireTree(Path file, Node node) {
    if (node.isRecursive()) {
      int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw StudyErrors.notYaml(file, line, "The block holds itself by an alias");
    }
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> requireTree(file, item));
    } else if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> requireTree(file, tuple.getValueNode()));
    }
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
