/// What is left of what was sold, of one account and of segments of them: the waterfall from sales to profit, the
/// whale board with its verdicts, the retention what-if, and what makes leaving hard for a customer.
@NullMarked
@NamedInterface("profit")
package mainstay.portfolio.profit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
