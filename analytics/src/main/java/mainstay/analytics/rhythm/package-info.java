/// Whether a customer without a contract is late, judged by its own buying rhythm.
///
/// Ten days of silence are normal for one customer and a warning for another. The rule compares the current
/// gap with the gaps the customer has left before, and leans on similar customers where it has left few.
@NullMarked
package mainstay.analytics.rhythm;

import org.jspecify.annotations.NullMarked;
