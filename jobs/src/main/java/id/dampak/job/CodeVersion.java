package id.dampak.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The commit that the program was built from. */
public final class CodeVersion {
  private static final String RESOURCE = "/dampak-git.properties";

  private CodeVersion() {}

  /**
   * The abbreviated commit, with {@code -dirty} after uncommitted changes; {@code unknown} outside
   * a git checkout.
   */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = CodeVersion.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = properties.getProperty("git.commit.id.abbrev", "unknown");
    return Boolean.parseBoolean(properties.getProperty("git.dirty")) ? commit + "-dirty" : commit;
  }
}
