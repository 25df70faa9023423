package id.dampak.lake;

import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.error.LakeErrors;
import id.dampak.privacy.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the folders of a lake can be written, and the making of them. */
final class WritableFolders {
  private WritableFolders() {}

  /**
   * Asks whether tables can be written, before any work is done for them.
   *
   * @throws DampakException naming the folder that forbids it
   */
  static void require(Path lake) {
    require(lake, nearest(lake));
    for (Layer layer : Layer.values()) {
      Path folder = lake.resolve(layer.id());
      if (Files.exists(folder)) {
        require(lake, folder);
      }
    }
  }

  private static void require(Path lake, Path folder) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw LakeErrors.notWritable(lake, folder);
    }
  }

  /**
   * Makes the folder of a table that is not there, because Hadoop gives folders the permissions of
   * the process. A log without a commit, which a writer left that was cut before its first one,
   * goes: Delta makes no table where one is, and reads none from it either.
   */
  static void make(Lake lake, Table table) {
    try {
      lake.log(table).discard();
      PrivateFiles.createFolders(lake.path(table));
    } catch (IOException e) {
      throw refusal(lake.root());
    }
  }

  /** Takes all rights but the owner's from the folders that Delta has made in that of a table. */
  static void close(Lake lake, Table table) {
    try {
      PrivateFiles.closeFolders(lake.path(table));
    } catch (IOException e) {
      throw LakeErrors.notWritable(lake.root(), lake.path(table));
    }
  }

  /** The refusal to write into a lake, naming the folder that forbids it. */
  static DampakException refusal(Path lake) {
    return LakeErrors.notWritable(lake, nearest(lake));
  }

  /** The place itself, or the lowest above it that exists: a link to nowhere is a place, too. */
  private static Path nearest(Path place) {
    Path nearest = place;
    while (!Files.exists(nearest)
        && !Files.isSymbolicLink(nearest)
        && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
