/**
 * Bootstraps, randomisation and corrections for few clusters, from what a fit left behind. Knows no
 * Spark.
 */
@NullMarked
package id.dampak.estimate.inference;

import org.jspecify.annotations.NullMarked;
