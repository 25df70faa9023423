/** Statistical disclosure control of published tables: which cells to hide. Knows no Spark. */
@NullMarked
package id.dampak.disclosure;

import org.jspecify.annotations.NullMarked;
