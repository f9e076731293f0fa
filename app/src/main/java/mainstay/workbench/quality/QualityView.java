package mainstay.workbench.quality;

import java.util.List;
import mainstay.portfolio.period.Chosen;

/// The data quality page.
///
/// @param revenue of all lines of the period, those without a customer included, four decimals
public record QualityView(Chosen period, long revenue, List<Gap> gaps) {

    public List<Gap> open() {
        return gaps.stream().filter(gap -> !gap.isClosed()).toList();
    }

    public List<Gap> closed() {
        return gaps.stream().filter(Gap::isClosed).toList();
    }
}
