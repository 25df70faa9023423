/** The numerical core: matrices, factorisations, absorbing fixed effects. Knows no Spark. */
@NullMarked
package id.dampak.linalg;

import org.jspecify.annotations.NullMarked;
