package id.dampak.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A province of Indonesia as of 2022, when the latest four were made.
 *
 * <p>The two code systems agree everywhere but in Papua, where 91 to 96 name different provinces in
 * each: a code without its system is ambiguous there. Throughout this project {@code region_code}
 * is the Kemendagri code.
 *
 * @param kemendagriCode two-digit code of the Ministry of Home Affairs
 * @param bpsCode two-digit code of Statistics Indonesia (BPS)
 * @param name official name in Indonesian
 * @param zone its time zone: WIB, WITA or WIT
 * @param parentCode Kemendagri code of the province it was split from, if that was after 2010
 * @param validFrom day of the law that split it off; an event in the parent before then covers this
 *     province too
 * @param aliases other names that files and people use
 */
public record Province(
    String kemendagriCode,
    String bpsCode,
    String name,
    ZoneId zone,
    Optional<String> parentCode,
    Optional<LocalDate> validFrom,
    List<String> aliases) {

  /** Copies the aliases. */
  public Province {
    aliases = List.copyOf(aliases);
  }
}
