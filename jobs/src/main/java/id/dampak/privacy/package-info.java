/** Whom data are about: pseudonyms, their key, and the columns that never reach the lake. */
@NullMarked
package id.dampak.privacy;

import org.jspecify.annotations.NullMarked;
