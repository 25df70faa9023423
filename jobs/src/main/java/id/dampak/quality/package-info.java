/**
 * Measures the quality rules of the contracts: profiles of the cleaned rows, and verdicts on them.
 */
@NullMarked
package id.dampak.quality;

import org.jspecify.annotations.NullMarked;
