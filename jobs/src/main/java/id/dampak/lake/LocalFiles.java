package id.dampak.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, which sets permissions by itself. Without its native library Hadoop
 * starts a process, {@code chmod}, for every file and folder that it makes, and a run makes
 * hundreds.
 */
public final class LocalFiles extends LocalFileSystem {

  /** Hadoop makes it by this constructor. */
  public LocalFiles() {
    super(new Raw());
  }

  /** The file system without checksums. */
  static final class Raw extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, posix(permission));
      } else {
        super.setPermission(path, permission);
      }
    }

    private static Set<PosixFilePermission> posix(FsPermission permission) {
      Set<PosixFilePermission> posix = EnumSet.noneOf(PosixFilePermission.class);
      add(
          posix,
          permission.getUserAction(),
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
      add(
          posix,
          permission.getGroupAction(),
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);
      add(
          posix,
          permission.getOtherAction(),
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);
      return posix;
    }

    private static void add(
        Set<PosixFilePermission> posix,
        FsAction action,
        PosixFilePermission read,
        PosixFilePermission write,
        PosixFilePermission execute) {
      if (action.implies(FsAction.READ)) {
        posix.add(read);
      }
      if (action.implies(FsAction.WRITE)) {
        posix.add(write);
      }
      if (action.implies(FsAction.EXECUTE)) {
        posix.add(execute);
      }
    }
  }
}
