package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Merchant;
import id.dampak.contract.SizeBasis;
import id.dampak.contract.SizeClass;
import id.dampak.study.Fields;
import id.dampak.study.Study;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Size classes of merchants: as the source says, or else by the bounds of PP 7/2021 from annual
 * sales or capital in rupiah. Which of the two is what {@code size_basis} says; without it, annual
 * sales where they are given.
 */
final class Sizes {
  private static final String UNKNOWN = "unknown";
  private static final List<String> BASES =
      Arrays.stream(SizeBasis.values()).map(SizeBasis::id).toList();

  private final Study study;

  Sizes(Study study) {
    this.study = study;
  }

  Typed sizeClass(Source source) {
    Column told = source.text(Fields.SIZE_CLASS);
    Typed known =
        source.oneOf(
            Merchant.SIZE_CLASS,
            Fields.SIZE_CLASS,
            UNKNOWN,
            "mikro",
            "kecil",
            "menengah",
            "besar",
            UNKNOWN);
    if (!study.currency().isRupiah()) {
      return known; // the bounds are in rupiah
    }
    Column byFigure =
        when(byCapital(source), of(SizeBasis.CAPITAL, rupiah(source, Fields.CAPITAL)))
            .otherwise(of(SizeBasis.ANNUAL_SALES, rupiah(source, Fields.ANNUAL_SALES)));
    return new Typed(
        Merchant.SIZE_CLASS,
        coalesce(told, byFigure, lit(UNKNOWN)),
        coalesce(
            known.reason(),
            when(
                told.isNull(),
                coalesce(
                    noAmount(source, Fields.ANNUAL_SALES),
                    noAmount(source, Fields.CAPITAL),
                    noFigure(source)))));
  }

  Typed basis(Source source) {
    Column told = source.text(Fields.SIZE_BASIS);
    if (!study.currency().isRupiah()) {
      return source.optional(Merchant.SIZE_BASIS, Fields.SIZE_BASIS);
    }
    return new Typed(
        Merchant.SIZE_BASIS,
        when(source.text(Fields.SIZE_CLASS).isNotNull(), told)
            .when(byCapital(source), SizeBasis.CAPITAL.id())
            .when(
                source.text(Fields.ANNUAL_SALES).isNotNull(),
                coalesce(told, lit(SizeBasis.ANNUAL_SALES.id())))
            .otherwise(told),
        Source.nothing());
  }

  private static Column byCapital(Source source) {
    Column told = source.text(Fields.SIZE_BASIS);
    return source
        .text(Fields.CAPITAL)
        .isNotNull()
        .and(
            told.equalTo(SizeBasis.CAPITAL.id())
                .or(told.isNull().and(source.text(Fields.ANNUAL_SALES).isNull())));
  }

  private Column rupiah(Source source, String name) {
    return amounts(source).figure(name);
  }

  private Amounts amounts(Source source) {
    return new Amounts(source, study.currency().minorDigits());
  }

  /** {@link SizeClass#of} as an expression. */
  static Column of(SizeBasis basis, Column rupiah) {
    return when(rupiah.isNull(), lit(null))
        .when(rupiah.leq(lit(SizeClass.MIKRO.mostRupiah(basis))), SizeClass.MIKRO.id())
        .when(rupiah.leq(lit(SizeClass.KECIL.mostRupiah(basis))), SizeClass.KECIL.id())
        .when(rupiah.leq(lit(SizeClass.MENENGAH.mostRupiah(basis))), SizeClass.MENENGAH.id())
        .otherwise(SizeClass.BESAR.id());
  }

  private Column noAmount(Source source, String name) {
    Column amount = rupiah(source, name);
    return coalesce(
        amounts(source).doubt(name),
        when(
            source.text(name).isNotNull().and(coalesce(amount.lt(0), lit(true))),
            concat(lit(name + " \""), source.text(name), lit("\" is no amount in rupiah"))));
  }

  /** A basis of another kind than the figure that is given. */
  private static Column noFigure(Source source) {
    Column told = source.text(Fields.SIZE_BASIS);
    Column sales = source.text(Fields.ANNUAL_SALES);
    Column capital = source.text(Fields.CAPITAL);
    Column fits =
        when(told.equalTo(SizeBasis.CAPITAL.id()), capital.isNotNull())
            .when(told.isInCollection(BASES), sales.isNotNull())
            .otherwise(lit(false));
    return when(
        told.isNotNull().and(sales.isNotNull().or(capital.isNotNull())).and(fits.unary_$bang()),
        concat(
            lit("size_basis \""),
            told,
            lit("\" does not go with what is given of annual_sales and capital")));
  }
}
