package id.dampak.cli;

import id.dampak.privacy.KeyFile;
import id.dampak.privacy.PseudonymKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and names the keys of pseudonyms; none of its commands prints one. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes the key of a lake's pseudonyms, or tells which one it is.",
    footer = {"", "Example: dampak key new market.key"},
    subcommands = {KeyCommand.New.class, KeyCommand.Fingerprint.class})
final class KeyCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: new or fingerprint.");
  }

  /** Makes a key. */
  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = "Writes a new random key into a file that only you can read.",
      footer = {"", "Example: dampak key new market.key"})
  static final class New implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Where the key goes; not there yet.")
    Path file = Path.of("");

    @Override
    public void run() {
      PseudonymKey key = KeyFile.create(file);
      PrintWriter out = spec.commandLine().getOut();
      out.println("A new key is in " + file + "; its fingerprint is " + key.fingerprint() + ".");
      out.println("Keep it apart from the lake, and a copy in a safe: without it no further");
      out.println("files can land, and with it merchants can be found by their identifiers.");
      out.flush();
    }
  }

  /** Tells one key from another. */
  @Command(
      name = "fingerprint",
      mixinStandardHelpOptions = true,
      description = "Prints what a lake remembers of its key, and what tells keys apart.",
      footer = {"", "Example: dampak key fingerprint market.key"})
  static final class Fingerprint implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A key file.")
    Path file = Path.of("");

    @Override
    public void run() {
      PrintWriter out = spec.commandLine().getOut();
      out.println(KeyFile.read(file).fingerprint());
      out.flush();
    }
  }
}
