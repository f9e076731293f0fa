/// Fitting models of repeat buying to a file, without a ledger: the command line of the analytics library.
@NullMarked
package mainstay.portfolio.fit;

import org.jspecify.annotations.NullMarked;
