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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/profit/whale")
@Allowed.Everyone
class WhaleController {
    private final WhaleBoard board;
    private final PageContexts contexts;

    WhaleController(WhaleBoard board, PageContexts contexts) {
        this.board = board;
        this.contexts = contexts;
    }

    /// Entities under common control count as one unless told otherwise, as on the portfolio page.
    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "true") boolean group, PeriodForm days) {
        WhaleView view = board.view(group, days).orElse(null);
        return PeriodAnswer.of(
                new ModelAndView("profit/whale").addObject("view", view), view == null ? null : view.period());
    }

    @GetMapping("/table")
    void table(
            @RequestParam(defaultValue = "true") boolean group,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Locale locale = contexts.locale(request);
        CsvAnswer.write(response, "loss-makers.csv", board.header(locale), board.rows(group, days, locale));
    }
}
