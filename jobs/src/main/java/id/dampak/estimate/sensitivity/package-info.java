/** How far the assumptions may fail before an answer changes. Knows no Spark. */
@NullMarked
package id.dampak.estimate.sensitivity;

import org.jspecify.annotations.NullMarked;
