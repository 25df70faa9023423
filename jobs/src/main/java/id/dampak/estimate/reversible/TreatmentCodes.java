package id.dampak.estimate.reversible;

import id.dampak.linalg.LongCodes;

/** Numbers pairs of a treatment and a group of units from 0, by first appearance. */
final class TreatmentCodes {
  private final LongCodes values = new LongCodes(16);
  private final LongCodes pairs = new LongCodes(16);

  int codeOf(double treatment, int group) {
    // Adding 0.0 turns -0.0 into 0.0, which is the same treatment.
    int value = values.codeOf(Double.doubleToLongBits(treatment + 0.0));
    return pairs.codeOf(((long) group << 32) | value);
  }

  int size() {
    return pairs.size();
  }
}
