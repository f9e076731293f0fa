package mainstay.portfolio.profit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/profit/allocation")
@Allowed.Everyone
class AllocationController {
    private final AllocationBoard board;
    private final PageContexts contexts;
    private final Texts texts;

    AllocationController(AllocationBoard board, PageContexts contexts, Texts texts) {
        this.board = board;
        this.contexts = contexts;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView page(AllocationForm form, PeriodForm days) {
        AllocationView view = board.view(form, days).orElse(null);
        return PeriodAnswer.of(
                new ModelAndView("profit/allocation").addObject("view", view), view == null ? null : view.period());
    }

    @GetMapping("/table")
    void table(AllocationForm form, PeriodForm days, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = contexts.locale(request);
        CsvAnswer.write(response, "allocation.csv", board.header(texts, locale), board.rows(form, days, texts, locale));
    }
}
