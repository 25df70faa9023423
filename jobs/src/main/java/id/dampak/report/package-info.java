/** Estimates to one self-contained HTML page. */
@NullMarked
package id.dampak.report;

import org.jspecify.annotations.NullMarked;
