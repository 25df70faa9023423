/** Few treated units against a weighted average of untreated ones. Knows no Spark. */
@NullMarked
package id.dampak.estimate.synthetic;

import org.jspecify.annotations.NullMarked;
