/** The only door to Delta. */
@NullMarked
package id.dampak.lake;

import org.jspecify.annotations.NullMarked;
