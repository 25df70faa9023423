package id.dampak.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Size classes of enterprises by PP 7/2021 Art. 35, smallest first. */
public enum SizeClass {
  MIKRO,
  KECIL,
  MENENGAH,
  BESAR;

  private static final List<Map<String, String>> ROWS =
      ReferenceText.named("size_classes.csv").records();

  /** Its name in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The class of an enterprise; bounds belong to the class below them.
   *
   * @param rupiah its capital or its sales of a year
   */
  public static SizeClass of(SizeBasis basis, BigDecimal rupiah) {
    for (SizeClass size : List.of(MIKRO, KECIL, MENENGAH)) {
      if (rupiah.compareTo(BigDecimal.valueOf(size.mostRupiah(basis))) <= 0) {
        return size;
      }
    }
    return BESAR;
  }

  /** Upper bound, inclusive; the largest class has none, and gives the largest number. */
  public long mostRupiah(SizeBasis basis) {
    return ROWS.stream()
        .filter(row -> id().equals(row.get(SizeClassRow.SIZE_CLASS.name())))
        .filter(row -> basis.bounds().id().equals(row.get(SizeClassRow.SIZE_BASIS.name())))
        .map(row -> Objects.requireNonNull(row.get(SizeClassRow.UP_TO_RUPIAH.name())))
        .mapToLong(text -> text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text))
        .findFirst()
        .orElseThrow();
  }
}
