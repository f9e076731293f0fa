package mainstay.portfolio.profit;

import java.util.List;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.portfolio.value.KeptValues;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class AllocationController {
    private final SegmentBoard segments;
    private final Periods periods;
    private final CostToServe costs;
    private final KeptValues values;

    AllocationController(SegmentBoard segments, Periods periods, CostToServe costs, KeptValues values) {
        this.segments = segments;
        this.periods = periods;
        this.costs = costs;
        this.values = values;
    }

    @GetMapping("/profit/allocation")
    ModelAndView page(PeriodForm days) {
        return new ModelAndView("profit/allocation")
                .addObject(
                        "view",
                        periods.chosen(days, Address.of("/profit/allocation"))
                                .flatMap(period ->
                                        segments.accounting(period, false).map(all -> view(period, all)))
                                .orElse(null));
    }

    private AllocationView view(Chosen period, Accounting all) {
        Attention attention = Attention.of(all.totals());
        List<Long> shown = Stream.of(attention.over(), attention.under())
                .flatMap(shares -> shares.stream().limit(AllocationView.MOST))
                .map(share -> share.total().account())
                .toList();
        return new AllocationView(
                period,
                Acting.actor().reaches(Level.BUSINESS),
                all.totals().isEmpty(),
                costs.rates().areUnset(),
                Counted.priced(all.totals(), "accounts"),
                attention,
                values.of(shown));
    }
}
