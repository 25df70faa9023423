package id.dampak.reliability;

import id.dampak.SharedSpark;
import id.dampak.contract.Table;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.LocalConfigKeys;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk, on which a write fails when its time has come, and with it every later one: as if
 * the process had died there, or as if the disk were full. Making, writing, renaming, removing and
 * making folders count as one write each; the one that fails leaves half of its bytes.
 */
public final class FaultyDisk {
  private static final Map<String, String> FAULTY =
      Map.of(
          "fs.file.impl", FaultyFileSystem.class.getName(),
          "fs.AbstractFileSystem.file.impl", FaultyFs.class.getName(),
          "fs.file.impl.disable.cache", "true");
  private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
  private static volatile Optional<String> fatal = Optional.empty();
  private static volatile String message = "";

  private FaultyDisk() {}

  /** Work on the disk. */
  @FunctionalInterface
  interface Work {
    void run();
  }

  /** Does some work on a disk whose {@code last} writes succeed; the rest fail with a message. */
  static void during(int last, String failure, Work work) {
    Configuration hadoop = SharedSpark.session().sparkContext().hadoopConfiguration();
    Map<String, Optional<String>> usual = new HashMap<>();
    FAULTY.forEach(
        (name, value) -> {
          usual.put(name, Optional.ofNullable(hadoop.get(name)));
          hadoop.set(name, value);
        });
    message = failure;
    LEFT.set(last);
    try {
      work.run();
    } finally {
      LEFT.set(Integer.MAX_VALUE);
      usual.forEach(
          (name, value) ->
              value.ifPresentOrElse(text -> hadoop.set(name, text), () -> hadoop.unset(name)));
    }
  }

  /** Does some work on a disk that fails with the first write to a table, and from then on. */
  static void until(Table table, String failure, Work work) {
    fatal = Optional.of("/" + table.layer().id() + "/" + table.name() + "/");
    try {
      during(Integer.MAX_VALUE, failure, work);
    } finally {
      fatal = Optional.empty();
    }
  }

  /** How many writes some work makes. */
  static int writes(Work work) {
    int[] left = new int[1];
    during(
        Integer.MAX_VALUE,
        "never",
        () -> {
          work.run();
          left[0] = LEFT.get();
        });
    return Integer.MAX_VALUE - left[0];
  }

  private static boolean fails() {
    return LEFT.getAndUpdate(left -> Math.max(0, left - 1)) <= 0;
  }

  private static void require(Path path) throws IOException {
    if (fatal.filter(path.toString()::contains).isPresent()) {
      LEFT.set(0);
    }
    require();
  }

  private static void require() throws IOException {
    if (fails()) {
      throw new IOException(message);
    }
  }

  /** What Spark and Delta write through, checksums included. */
  public static final class FaultyFileSystem extends LocalFileSystem {
    /** For Hadoop. */
    public FaultyFileSystem() {
      super(new Raw());
    }
  }

  /** The same for Hadoop's newer interface, through which Delta commits. */
  public static final class FaultyFs extends ChecksumFs {
    /** For Hadoop. */
    public FaultyFs(URI uri, Configuration configuration) throws IOException, URISyntaxException {
      super(new RawFs(configuration));
    }
  }

  private static final class RawFs extends DelegateToFileSystem {
    private RawFs(Configuration configuration) throws IOException, URISyntaxException {
      super(URI.create("file:///"), new Raw(), configuration, "file", false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public org.apache.hadoop.fs.FsServerDefaults getServerDefaults(Path path) throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }

  /** The disk itself. */
  private static final class Raw extends RawLocalFileSystem {
    @Override
    public FSDataOutputStream create(
        Path path,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      require(path);
      return torn(super.create(path, overwrite, bufferSize, replication, blockSize, progress));
    }

    @Override
    public FSDataOutputStream create(
        Path path,
        FsPermission permission,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      require(path);
      return torn(
          super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress));
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      require(to);
      return super.rename(from, to);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
      require(path);
      return super.delete(path, recursive);
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
      if (exists(path)) {
        return super.mkdirs(path);
      }
      require(path);
      return super.mkdirs(path);
    }

    private static FSDataOutputStream torn(OutputStream out) throws IOException {
      return new FSDataOutputStream(new Torn(out), null);
    }
  }

  /** Of the write that fails, half arrives. */
  private static final class Torn extends FilterOutputStream {
    private Torn(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      require();
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (fails()) {
        out.write(bytes, from, length / 2);
        out.flush();
        throw new IOException(message);
      }
      out.write(bytes, from, length);
    }
  }
}
