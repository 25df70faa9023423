/**
 * Treatments that switch on and off, with comparisons by those that did not switch. Knows no Spark.
 */
@NullMarked
package id.dampak.estimate.reversible;

import org.jspecify.annotations.NullMarked;
