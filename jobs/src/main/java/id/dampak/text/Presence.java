package id.dampak.text;

import id.dampak.contract.Content;
import java.util.Locale;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The stage of the MLlib pipeline that lists a text's features of one {@link Block}.
 *
 * <p>It has no parameters: its uid and its columns follow from the block. Spark asks for the uid
 * while the superclass is being built, before a subclass could have stored one, and a random one
 * would make no two trained pipelines alike.
 */
abstract class Presence extends Transformer implements DefaultParamsWritable {
  private static final ArrayType FEATURES = new ArrayType(DataTypes.StringType, false);

  abstract Block block();

  @Override
  public final String uid() {
    return block().name().toLowerCase(Locale.ROOT) + "-presence";
  }

  /** The column that holds the features present. */
  final String outputColumn() {
    return block().name().toLowerCase(Locale.ROOT) + "_present";
  }

  @Override
  public final Dataset<Row> transform(Dataset<?> texts) {
    Block block = block();
    UDF1<String, String[]> features =
        text -> block.features(Normaliser.tokens(text)).toArray(String[]::new);
    return texts.withColumn(
        outputColumn(), functions.udf(features, FEATURES).apply(Content.TEXT.col()));
  }

  @Override
  public final StructType transformSchema(StructType schema) {
    return schema.add(outputColumn(), FEATURES, false);
  }

  @Override
  public final Transformer copy(ParamMap extra) {
    return this;
  }
}
