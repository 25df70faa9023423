package id.dampak.cli;

import id.dampak.job.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"dampak " + CodeVersion.current()};
  }
}
