/// Where the profit of a customer base is made and where it is lost again.
///
/// The input is one profit per customer, after whatever costs the caller can attribute; how many costs that
/// are decides what the curve means, so say it beside the chart.
@NullMarked
package mainstay.analytics.profit;

import org.jspecify.annotations.NullMarked;
