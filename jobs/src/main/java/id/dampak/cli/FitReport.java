package id.dampak.cli;

import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import java.util.List;
import java.util.Map;

/**
 * A fit with what the user asked for, ready to be printed.
 *
 * @param method name of the method
 * @param options its options, as they were understood
 * @param fit the terms
 * @param tests joint tests of them
 * @param tables what the fit has beside its terms
 */
record FitReport(
    String method,
    Map<String, Object> options,
    Fit fit,
    List<JointTest> tests,
    List<FitTable> tables) {}
