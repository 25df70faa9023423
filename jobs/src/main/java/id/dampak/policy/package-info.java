/** A blanket suspension against targeted moderation, as pure functions. */
@NullMarked
package id.dampak.policy;

import org.jspecify.annotations.NullMarked;
