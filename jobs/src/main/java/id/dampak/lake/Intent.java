package id.dampak.lake;

import id.dampak.error.LakeErrors;
import id.dampak.privacy.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a job set out to do, in a file that is there from before its first write until after its
 * last. Who finds one knows that tables may hold part of that work, whatever lists and marks beside
 * them say. Where it added to what was there, the same work may be done once more, or more than
 * that; all else has to begin with nothing.
 */
public final class Intent {
  private static final String FOLDER = ".unfinished";
  private static final String FROM_NOTHING = "from nothing";
  private static final String ADDING = "adding";

  private final Path lake;
  private final Path file;

  Intent(Path lake, String job, String owner) {
    this.lake = lake;
    this.file = lake.resolve(FOLDER).resolve(job + "." + owner);
  }

  /**
   * Whether work was left unfinished that adding to what is there does not finish.
   *
   * @param plan the parts of what is to be done now, each a line that says all that decides it;
   *     asked for only where something was left
   */
  public boolean forbidsAdding(Supplier<Set<String>> plan) {
    return left()
        .filter(left -> left.get(0).equals(FROM_NOTHING) || !plan.get().containsAll(rest(left)))
        .isPresent();
  }

  /** Writes down what is about to be done, from nothing or adding to what is there. */
  public void begin(Set<String> plan, boolean fromNothing) {
    List<String> lines = new ArrayList<>(List.of(fromNothing ? FROM_NOTHING : ADDING));
    plan.stream().sorted().forEach(lines::add);
    try {
      PrivateFiles.write(file, String.join("\n", lines));
    } catch (IOException e) {
      throw Damage.fills(e) ? LakeErrors.diskFull() : WritableFolders.refusal(lake);
    }
  }

  /** Says that it is done. */
  public void fulfil() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw WritableFolders.refusal(lake);
    }
  }

  private static List<String> rest(List<String> lines) {
    return lines.subList(1, lines.size());
  }

  private Optional<List<String>> left() {
    try {
      return Optional.of(Files.readAllLines(file)).filter(lines -> !lines.isEmpty());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw LakeErrors.unworkable(lake, String.valueOf(e.getMessage()));
    }
  }
}
