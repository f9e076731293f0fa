/// Which days a figure is about, and with which other days it is compared: named spans that follow the fiscal
/// year of the firm, or days from and to, kept in the address of a page.
@NullMarked
@NamedInterface("period")
package mainstay.portfolio.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
