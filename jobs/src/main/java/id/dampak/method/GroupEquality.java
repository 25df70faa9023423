package id.dampak.method;

import id.dampak.estimate.JointTest;

/**
 * A test that a part of the loss is the same share of usual sales in all groups.
 *
 * @param dimension column of the groups
 * @param measure the part
 */
public record GroupEquality(String dimension, String measure, JointTest test) {}
