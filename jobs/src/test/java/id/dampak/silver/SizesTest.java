package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class SizesTest {
  private static final String HEADER =
      "merchant_id | region | size_class | size_basis | annual_sales | capital";

  @Test
  void aClassFollowsFromSalesOrCapitalWhereTheSourceHasNone() {
    // 2 bn is still mikro by sales, and already kecil by capital.
    TypedRows typed =
        typed(
            "1 | Bali | besar |                    | 1          |            ",
            "2 | Bali |       |                    | 2000000000 |            ",
            "3 | Bali |       |                    |            | 2000000000 ",
            "4 | Bali |       |                    | 2000000000 | 9999999999 ",
            "5 | Bali |       | capital            | 2000000000 | 9999999999 ",
            "6 | Bali |       | one_platform_sales | 15000000001 |           ",
            "7 | Bali |       |                    |            |            ");
    assertThat(Rows.texts(typed.accepted(), "merchant_id", "size_class", "size_basis"))
        .isEqualTo(
            List.of(
                "1 | besar | null",
                "2 | mikro | annual_sales",
                "3 | kecil | capital",
                "4 | mikro | annual_sales",
                "5 | menengah | capital",
                "6 | menengah | one_platform_sales",
                "7 | unknown | null"));
  }

  @Test
  void aFigureThatIsNoneAndABasisWithoutItsFigureAreSetAside() {
    TypedRows typed =
        typed(
            "1 | Bali | | | plenty | ",
            "2 | Bali | | | | -1",
            "3 | Bali | | one_platform_sales | | 5",
            "4 | Bali | | turnover | 5 | ");
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "1 | [annual_sales \"plenty\" is no amount in rupiah]",
                "2 | [capital \"-1\" is no amount in rupiah]",
                "3 | [size_basis \"one_platform_sales\" does not go with what is given of"
                    + " annual_sales and capital]",
                "4 | [size_basis \"turnover\" does not go with what is given of annual_sales"
                    + " and capital]"));
  }

  @Test
  void aFigureIsReadAsTheInputDeclaresNumbers() {
    // Two and a half billion a year, and a capital just above five: not 2.5 and 5.
    TypedRows typed =
        typedWith(
            "numbers: indonesian,",
            "1 | Bali | | | Rp 2.500.000.000 | ",
            "2 | Bali | | | | 5.000.000.000,50",
            "3 | Bali | | | 2.5 | ");
    assertThat(Rows.texts(typed.accepted(), "merchant_id", "size_class"))
        .containsExactly("1 | kecil", "2 | menengah");
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .containsExactly("[annual_sales \"2.5\" is no amount in rupiah]");
  }

  @Test
  void aFigureThatCouldBeTwoIsNoClass() {
    TypedRows typed = typed("1 | Bali | | | 1.500 | ", "2 | Bali | | | | 2.500.000.000");
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .containsExactly(
            "[annual_sales \"1.500\" can be read in two ways: declare numbers: for its input]",
            "[capital \"2.500.000.000\" can be read in two ways: declare numbers: for its input]");
  }

  private static TypedRows typed(String... lines) {
    return typedWith("", lines);
  }

  private static TypedRows typedWith(String keys, String... lines) {
    return Silver.typed(
        StudyText.daily()
            .with("inputs", "{shops: {table: merchant, format: csv, " + keys + " files: []}}"),
        Target.MERCHANT,
        Rows.landed("shops", HEADER, lines));
  }
}
