/// Benchmarks of the packaged application in a home of its own. They look at it from outside only: through
/// its command line, its pages and its database, and at the processor time that the kernel charges to it.
@NullMarked
package mainstay.bench;

import org.jspecify.annotations.NullMarked;
