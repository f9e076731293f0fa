package mainstay.portfolio.profit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Verdicts;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.portfolio.value.KeptValues;
import mainstay.shared.web.PageContexts;
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
    private final Verdicts verdicts;
    private final PageContexts contexts;

    AllocationController(
            SegmentBoard segments,
            Periods periods,
            CostToServe costs,
            KeptValues values,
            Verdicts verdicts,
            PageContexts contexts) {
        this.segments = segments;
        this.periods = periods;
        this.costs = costs;
        this.values = values;
        this.verdicts = verdicts;
        this.contexts = contexts;
    }

    @GetMapping("/profit/allocation")
    ModelAndView page(PeriodForm days, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        return new ModelAndView("profit/allocation")
                .addObject(
                        "view",
                        periods.chosen(days, Address.of("/profit/allocation"))
                                .flatMap(period ->
                                        segments.accounting(period, false).map(all -> view(period, all, locale)))
                                .orElse(null));
    }

    private AllocationView view(Chosen period, Accounting all, Locale locale) {
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
                values.of(shown),
                advice(all, shown, locale));
    }

    /// What the loss-makers among them are advised elsewhere too.
    private Map<Long, String> advice(Accounting all, List<Long> shown, Locale locale) {
        return verdicts.losses(all).stream()
                .filter(loss -> shown.contains(loss.total().account()))
                .collect(Collectors.toMap(
                        loss -> loss.total().account(), loss -> verdicts.sentence(loss, locale), (one, other) -> one));
    }
}
