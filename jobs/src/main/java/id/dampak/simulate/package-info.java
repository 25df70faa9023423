/** Seeded markets with a known planted effect. */
@NullMarked
package id.dampak.simulate;

import org.jspecify.annotations.NullMarked;
