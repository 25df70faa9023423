package id.dampak.contract;

/**
 * Whose codes of provinces these are. The two systems agree but in Papua, where 91 to 96 name
 * different provinces in each.
 */
public enum CodeSystem {
  /** The Ministry of Home Affairs, Kementerian Dalam Negeri. */
  KEMENDAGRI,
  /** Statistics Indonesia, Badan Pusat Statistik. */
  BPS;

  /** The code of a province in this system. */
  public String of(Province province) {
    return switch (this) {
      case KEMENDAGRI -> province.kemendagriCode();
      case BPS -> province.bpsCode();
    };
  }
}
