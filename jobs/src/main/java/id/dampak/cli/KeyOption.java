package id.dampak.cli;

import id.dampak.error.PrivacyErrors;
import id.dampak.privacy.KeyFile;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.PseudonymKey;
import id.dampak.study.Study;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key pseudonyms are made by. */
final class KeyOption {
  @Option(
      names = "--pseudonym-key",
      paramLabel = "FILE",
      description = {
        "Key of the lake's pseudonyms, readable by its owner only; else the file that",
        "DAMPAK_PSEUDONYM_KEY_FILE names, or the key in DAMPAK_PSEUDONYM_KEY."
      })
  @Nullable Path file;

  /** The key that a study needs, if it does: asked for before Spark starts. */
  Optional<PseudonymKey> neededBy(Study study) {
    if (!PersonalData.needsKey(study)) {
      return Optional.empty();
    }
    Optional<PseudonymKey> key = KeyFile.find(Optional.ofNullable(file), System.getenv());
    if (key.isEmpty()) {
      throw PrivacyErrors.noKey(study.id());
    }
    return key;
  }
}
