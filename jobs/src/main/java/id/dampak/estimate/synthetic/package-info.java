/** Treated units against a weighted mean of others: synthetic control and its relatives. */
@NullMarked
package id.dampak.estimate.synthetic;

import org.jspecify.annotations.NullMarked;
