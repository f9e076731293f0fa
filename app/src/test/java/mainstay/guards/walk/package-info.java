/// Everybody walks through everything: what each reader is told on every page, file and answer, held against a table.
@NullMarked
package mainstay.guards.walk;

import org.jspecify.annotations.NullMarked;
