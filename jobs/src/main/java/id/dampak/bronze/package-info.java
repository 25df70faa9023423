/** Source formats to landed rows with lineage. */
@NullMarked
package id.dampak.bronze;

import org.jspecify.annotations.NullMarked;
