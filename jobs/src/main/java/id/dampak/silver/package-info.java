/** Renames, casts, deduplicates, brings times to UTC. Never a business join. */
@NullMarked
package id.dampak.silver;

import org.jspecify.annotations.NullMarked;
