package id.dampak.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/** {@link LocalFiles} for Hadoop's second interface to file systems, by which Delta commits. */
public final class LocalFilesByContext extends ChecksumFs {

  /** Hadoop makes it by this constructor. */
  public LocalFilesByContext(URI uri, Configuration configuration)
      throws IOException, URISyntaxException {
    super(new Raw(uri, configuration));
  }

  private static final class Raw extends DelegateToFileSystem {
    private static final URI ROOT = URI.create("file:///");

    Raw(URI unused, Configuration configuration) throws IOException, URISyntaxException {
      super(ROOT, new LocalFiles.Raw(), configuration, ROOT.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1; // files have none
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public FsServerDefaults getServerDefaults() throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String name) {
      return true; // the local file system says what it takes
    }
  }
}
