package id.dampak.estimate;

import java.util.List;

/**
 * What entered an estimation.
 *
 * @param observations observations
 * @param dropped those that did not enter, by reason
 * @param warnings what a reader should know of those that did
 */
record Entered(int observations, List<Dropped> dropped, List<String> warnings) {
  Entered {
    dropped = List.copyOf(dropped);
    warnings = List.copyOf(warnings);
  }
}
