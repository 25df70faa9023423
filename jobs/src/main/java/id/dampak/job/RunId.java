package id.dampak.job;

import id.dampak.study.Study;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names a run so that names sort by time and tell studies apart. */
final class RunId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int HASH_LENGTH = 8;

  private RunId() {}

  static String of(Study study, Instant startedAt) {
    return TIME.format(startedAt) + "-" + study.hash().substring(0, HASH_LENGTH);
  }
}
