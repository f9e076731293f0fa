/// Did a measure do anything? Difference in differences of one customer against its own trend and against
/// comparable customers, on monthly figures, with an interval whose coverage is checked by simulation.
@NullMarked
package mainstay.analytics.effect;

import org.jspecify.annotations.NullMarked;
