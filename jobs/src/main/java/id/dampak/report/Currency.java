package id.dampak.report;

/**
 * A currency and its minor unit as the study's amounts use it. The digits are the study's, not the
 * standard's: Indonesian amounts are whole rupiah although ISO 4217 gives the rupiah two decimals.
 *
 * @param code ISO 4217 code, for example {@code IDR}
 * @param minorDigits decimals between the minor and the major unit: 0 for rupiah, 2 for US cents
 */
public record Currency(String code, int minorDigits) {

  public Currency {
    if (minorDigits < 0 || minorDigits > 6) {
      throw new IllegalArgumentException(minorDigits + " minor digits");
    }
  }

  /** What stands before an amount: {@code Rp}, {@code US$}, or the code and a space. */
  String prefix() {
    return switch (code) {
      case "IDR" -> "Rp";
      case "USD" -> "US$";
      default -> code + "\u00a0";
    };
  }

  double toMajor(double minor) {
    return minor / Math.pow(10, minorDigits);
  }
}
