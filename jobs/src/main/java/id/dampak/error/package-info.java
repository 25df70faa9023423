/** Every error a user can cause: problem, cause, remedy and the values. */
@NullMarked
package id.dampak.error;

import org.jspecify.annotations.NullMarked;
