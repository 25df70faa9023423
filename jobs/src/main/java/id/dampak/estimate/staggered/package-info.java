/**
 * Treatments that start at different times and stay: group-time effects, imputation,
 * decompositions. Knows no Spark.
 */
@NullMarked
package id.dampak.estimate.staggered;

import org.jspecify.annotations.NullMarked;
