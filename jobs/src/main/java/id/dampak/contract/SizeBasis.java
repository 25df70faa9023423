package id.dampak.contract;

import java.util.Locale;

/** What the size class of an enterprise rests on. */
public enum SizeBasis {
  /** Capital without land and buildings: the measure for new enterprises. */
  CAPITAL,
  /** Sales of a year, all channels together: the measure for existing enterprises. */
  ANNUAL_SALES,
  /**
   * Sales of a year on one platform. The bounds are those of annual sales, but these are a part of
   * them, so that the class may be too low.
   */
  ONE_PLATFORM_SALES;

  /** Its name in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The basis whose bounds apply. */
  public SizeBasis bounds() {
    return switch (this) {
      case CAPITAL -> CAPITAL;
      case ANNUAL_SALES, ONE_PLATFORM_SALES -> ANNUAL_SALES;
    };
  }
}
