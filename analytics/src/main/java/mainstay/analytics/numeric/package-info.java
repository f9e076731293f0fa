/// Special functions, a small optimiser and small linear algebra for the models; not part of the API.
///
/// Everything is plain `double` arithmetic that gives the same bits for the same input on every machine with the
/// same number of rows, however many cores take part: sums are cut into chunks of fixed size and added in order.
@NullMarked
package mainstay.analytics.numeric;

import org.jspecify.annotations.NullMarked;
