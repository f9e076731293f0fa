package mainstay.portfolio.profit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/profit")
@Allowed.Everyone
class SegmentController {
    private final SegmentBoard board;
    private final PageContexts contexts;

    SegmentController(SegmentBoard board, PageContexts contexts) {
        this.board = board;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView page(SegmentForm form, PeriodForm days) {
        SegmentView view = board.view(form, days).orElse(null);
        return PeriodAnswer.of(
                new ModelAndView("profit/segments").addObject("view", view), view == null ? null : view.period());
    }

    @GetMapping("/table")
    void table(SegmentForm form, PeriodForm days, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = contexts.locale(request);
        Optional<SegmentView> found = board.view(form, days);
        found.ifPresent(view -> view.period().demandAsAsked());
        CsvAnswer.write(
                response, "profit.csv", board.header(locale), found.stream().flatMap(view -> board.rows(view, locale)));
    }
}
