package id.dampak.cli;

import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import java.util.List;
import java.util.Map;

/** A fit with what the user asked for, ready to be printed. */
record FitReport(String method, Map<String, Object> options, Fit fit, List<JointTest> tests) {}
