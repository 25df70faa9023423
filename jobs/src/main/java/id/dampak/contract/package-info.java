/**
 * One file per table: columns, types, documentation, grain and checks. The only place a column is
 * declared.
 */
@NullMarked
package id.dampak.contract;

import org.jspecify.annotations.NullMarked;
