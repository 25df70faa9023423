/**
 * Estimators, inference and sensitivity: records of options with one {@code fit}. Knows no Spark.
 */
@NullMarked
package id.dampak.estimate;

import org.jspecify.annotations.NullMarked;
