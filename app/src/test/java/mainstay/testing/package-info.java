/// What the stories stand on: a real PostgreSQL with a fresh database for each test class, a clock that
/// stands still, and the public ledgers where they are at hand.
@NullMarked
package mainstay.testing;

import org.jspecify.annotations.NullMarked;
