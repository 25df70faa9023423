/** The only parser, the only session, the only exit codes. */
@NullMarked
package id.dampak.cli;

import org.jspecify.annotations.NullMarked;
