package id.dampak.text;

import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;

/**
 * Lists the features of {@link Block#CHARACTER}; public because Spark makes one when it loads it.
 */
public final class CharacterPresence extends Presence {

  /** A stage for a new pipeline. */
  public CharacterPresence() {}

  /** What Spark calls when it loads the stage; the uid follows from the block. */
  public CharacterPresence(String uid) {}

  /** What Spark calls to find out how to load the stage. */
  public static MLReader<CharacterPresence> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  Block block() {
    return Block.CHARACTER;
  }
}
