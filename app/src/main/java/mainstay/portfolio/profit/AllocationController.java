package mainstay.portfolio.profit;

import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class AllocationController {
    private final SegmentBoard segments;
    private final Periods periods;
    private final CostToServe costs;

    AllocationController(SegmentBoard segments, Periods periods, CostToServe costs) {
        this.segments = segments;
        this.periods = periods;
        this.costs = costs;
    }

    @GetMapping("/profit/allocation")
    ModelAndView page(PeriodForm days) {
        return new ModelAndView("profit/allocation")
                .addObject(
                        "view",
                        periods.chosen(days, Address.of("/profit/allocation"))
                                .flatMap(period -> segments.accounting(period, false)
                                        .map(all -> new AllocationView(
                                                period,
                                                Acting.actor().reaches(Level.BUSINESS),
                                                costs.rates().areUnset(),
                                                Attention.of(all.totals()))))
                                .orElse(null));
    }
}
