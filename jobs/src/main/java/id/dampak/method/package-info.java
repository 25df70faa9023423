/** What a study file can ask for, as estimators on the panel of its study. */
@NullMarked
package id.dampak.method;

import org.jspecify.annotations.NullMarked;
