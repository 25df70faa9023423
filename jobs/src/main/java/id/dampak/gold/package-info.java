/** Joins: episodes, exposure, units and sparse panel cells. */
@NullMarked
package id.dampak.gold;

import org.jspecify.annotations.NullMarked;
