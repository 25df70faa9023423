package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  private static final URI LOCAL = URI.create("file:///");

  @TempDir java.nio.file.Path folder;

  @Test
  void permissionsAreSetWithoutHelpOfTheSystem() throws IOException {
    try (FileSystem files = FileSystem.newInstance(LOCAL, configuration())) {
      assertThat(files).isInstanceOf(LocalFiles.class);
      Path file = path("secret");
      files.create(file).close();
      for (String mode : new String[] {"rw-------", "r-xr-x--x", "rwxrw-r--"}) {
        files.setPermission(file, FsPermission.valueOf("-" + mode));
        assertThat(mode(file)).isEqualTo(mode);
      }
    }
  }

  @Test
  void theMaskOfTheSessionHoldsForFilesAndFoldersByBothInterfaces() throws IOException {
    Configuration configuration = configuration();
    configuration.set("fs.permissions.umask-mode", "077");
    try (FileSystem files = FileSystem.newInstance(LOCAL, configuration)) {
      files.create(path("a/file")).close();
    }
    FileContext context = FileContext.getFileContext(LOCAL, configuration);
    FSDataOutputStream out = context.create(path("a/commit"), EnumSet.of(CreateFlag.CREATE));
    out.close();

    assertThat(mode(path("a"))).isEqualTo("rwx------");
    assertThat(mode(path("a/file"))).isEqualTo("rw-------");
    assertThat(mode(path("a/commit"))).isEqualTo("rw-------");
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(false);
    SessionSettings.settings()
        .forEach(
            (key, value) -> {
              if (key.startsWith("spark.hadoop.")) {
                configuration.set(key.substring("spark.hadoop.".length()), value);
              }
            });
    return configuration;
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toString());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(java.nio.file.Path.of(path.toString())));
  }
}
