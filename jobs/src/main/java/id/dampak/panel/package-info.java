/** From a gold table or a file to the arrays that estimators read: the only collect. */
@NullMarked
package id.dampak.panel;

import org.jspecify.annotations.NullMarked;
