/** Jobs, and the pipeline that lists them in order. */
@NullMarked
package id.dampak.job;

import org.jspecify.annotations.NullMarked;
