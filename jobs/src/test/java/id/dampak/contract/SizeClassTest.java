package id.dampak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeClassTest {

  /** PP 7/2021 Art. 35 says "up to at most", so that a bound belongs to the class below it. */
  @ParameterizedTest
  @CsvSource({
    "CAPITAL, 0, MIKRO",
    "CAPITAL, 1000000000, MIKRO",
    "CAPITAL, 1000000000.01, KECIL",
    "CAPITAL, 5000000000, KECIL",
    "CAPITAL, 5000000001, MENENGAH",
    "CAPITAL, 10000000000, MENENGAH",
    "CAPITAL, 10000000001, BESAR",
    "ANNUAL_SALES, 2000000000, MIKRO",
    "ANNUAL_SALES, 2000000001, KECIL",
    "ANNUAL_SALES, 15000000000, KECIL",
    "ANNUAL_SALES, 15000000001, MENENGAH",
    "ANNUAL_SALES, 50000000000, MENENGAH",
    "ANNUAL_SALES, 50000000001, BESAR",
    "ONE_PLATFORM_SALES, 2000000000, MIKRO",
    "ONE_PLATFORM_SALES, 2000000001, KECIL"
  })
  void upperBoundsAreInclusive(SizeBasis basis, BigDecimal rupiah, SizeClass size) {
    assertThat(SizeClass.of(basis, rupiah)).isEqualTo(size);
  }
}
