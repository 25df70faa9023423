package id.dampak.text;

import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;

/** Lists the features of {@link Block#WORD}; public because Spark makes one when it loads it. */
public final class WordPresence extends Presence {

  /** A stage for a new pipeline. */
  public WordPresence() {}

  /** What Spark calls when it loads the stage; the uid follows from the block. */
  public WordPresence(String uid) {}

  /** What Spark calls to find out how to load the stage. */
  public static MLReader<WordPresence> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  Block block() {
    return Block.WORD;
  }
}
