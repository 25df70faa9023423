package id.dampak.study;

import id.dampak.error.StudyErrors;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/**
 * How much a study file may ask of its reader: a small file can nest blocks until the stack is
 * full, or name blocks within blocks so that they multiply.
 */
final class Bounds {
  /** Bytes; the longest bundled study has a hundredth of it. */
  static final int LARGEST_FILE = 1 << 20;

  static final int DEEPEST = 32;
  static final int MOST_ALIASES = 10;

  private Bounds() {}

  /**
   * Follows the text event by event, in memory that does not grow with what it nests.
   *
   * @throws id.dampak.error.DampakException naming the line that goes too far
   */
  static void require(Path file, LoadSettings settings, String text) {
    int depth = 0;
    int aliases = 0;
    Set<String> blocks = new HashSet<>();
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> {
          ((CollectionStartEvent) event)
              .getAnchor()
              .ifPresent(anchor -> blocks.add(anchor.getValue()));
          depth++;
        }
        case MappingEnd, SequenceEnd -> depth--;
        case Alias ->
            aliases += blocks.contains(((AliasEvent) event).getAlias().getValue()) ? 1 : 0;
        case Comment, DocumentStart, DocumentEnd, Scalar, StreamStart, StreamEnd -> {}
      }
      if (depth > DEEPEST) {
        throw StudyErrors.tooDeep(file, line(event), DEEPEST);
      }
      if (aliases > MOST_ALIASES) {
        throw StudyErrors.tooManyAliases(file, line(event), MOST_ALIASES);
      }
    }
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
