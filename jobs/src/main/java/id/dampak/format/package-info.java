/** What the files of each source look like: pure declarations, one file a format. */
@NullMarked
package id.dampak.format;

import org.jspecify.annotations.NullMarked;
