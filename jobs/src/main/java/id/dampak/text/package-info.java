/** Normaliser, features, classifier, calibration and evaluation of provocative content. */
@NullMarked
package id.dampak.text;

import org.jspecify.annotations.NullMarked;
