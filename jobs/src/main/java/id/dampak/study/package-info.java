/** What an economist declares in a study file. */
@NullMarked
package id.dampak.study;

import org.jspecify.annotations.NullMarked;
