package id.dampak;

import java.nio.file.Path;

/** Where the files of this repository are while tests run. */
public final class Repository {

  private Repository() {}

  /** A path below the top folder. */
  public static Path path(String relative) {
    return Path.of(System.getProperty("dampak.root", "..")).resolve(relative).normalize();
  }
}
