package id.dampak.gold;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Suspension;
import id.dampak.study.SuspensionFilter;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** The platforms that a record names: one, every one, or several with a semicolon between. */
final class Platforms {
  private static final String BETWEEN = ";";
  private static final String EVERY = "*";

  private Platforms() {}

  /**
   * The platforms of a record that count, as an array: those that the study names, whatever their
   * case, as the study spells them, or all where it names none.
   */
  static Column counted(SuspensionFilter study) {
    Column named = split(Suspension.PLATFORM.col(), BETWEEN);
    return array_distinct(
        filter(
            transform(named, platform -> counted(trim(platform), study.platforms())),
            Column::isNotNull));
  }

  private static Column counted(Column platform, List<String> asked) {
    if (asked.isEmpty()) {
      return when(platform.notEqual(""), platform);
    }
    Column counted = when(platform.equalTo(EVERY), platform);
    for (String name : asked) {
      counted =
          coalesce(
              counted, when(lower(platform).equalTo(name.toLowerCase(Locale.ROOT)), lit(name)));
    }
    return counted;
  }
}
