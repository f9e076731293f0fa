/// From a figure to its rows: sales by month, category, region, product and account, down to documents and
/// lines. What a slice shows adds up to the figure it was opened from.
@NullMarked
@NamedInterface("drill")
package mainstay.portfolio.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
