/// Rules of the house that a compiler does not know.
@NullMarked
package mainstay.guards;

import org.jspecify.annotations.NullMarked;
