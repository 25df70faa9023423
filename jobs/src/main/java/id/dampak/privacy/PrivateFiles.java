package id.dampak.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that only their owner can get at, from the moment they exist. On a file system
 * without such permissions they are plain ones.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final String POSIX = "posix";

  private PrivateFiles() {}

  /** What a new file is created with. */
  public static FileAttribute<?>[] file(Path place) {
    return attributes(place, FILE);
  }

  /** Makes a folder and those above it that are missing. */
  public static void createFolders(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return;
    }
    Path parent = absolute.getParent();
    if (parent != null) {
      createFolders(parent);
    }
    try {
      Files.createDirectory(absolute, attributes(absolute, FOLDER));
    } catch (FileAlreadyExistsException e) { // by another process, just now
      if (!Files.isDirectory(absolute)) {
        throw e;
      }
    }
  }

  /** Takes away from others what they may do with a folder and those below it. */
  public static void closeFolders(Path folder) throws IOException {
    if (!supported(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, FOLDER);
      }
    }
  }

  /** Makes a file anew that is not there; {@link FileAlreadyExistsException} where it is. */
  public static void create(Path file) throws IOException {
    Files.createFile(file, file(file));
  }

  /** Writes a text so that readers see all of it or what was there before. */
  public static void write(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    createFolders(parent(absolute));
    Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    Files.deleteIfExists(part);
    create(part);
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What who may do with a file, as the system writes it, such as {@code rw-r-----}. */
  static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Whether nobody but its owner has any right on a file. */
  static boolean isPrivate(Path file) throws IOException {
    return !supported(file) || FILE.containsAll(withoutExecution(file));
  }

  private static Set<PosixFilePermission> withoutExecution(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.remove(PosixFilePermission.OWNER_EXECUTE);
    return permissions;
  }

  private static Path parent(Path absolute) throws IOException {
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new FileSystemException(absolute.toString());
    }
    return parent;
  }

  private static FileAttribute<?>[] attributes(Path place, Set<PosixFilePermission> permissions) {
    return supported(place)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean supported(Path place) {
    Path existing = place.toAbsolutePath().normalize();
    while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    try {
      return Files.getFileStore(existing).supportsFileAttributeView(POSIX);
    } catch (IOException e) { // the operation itself will say what is wrong
      return existing.getFileSystem().supportedFileAttributeViews().contains(POSIX);
    }
  }
}
