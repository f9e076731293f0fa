package mainstay.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.shared.Problem;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/portfolio")
@Allowed.Everyone
class PortfolioController {
    private final PortfolioBoard board;
    private final Periods periods;
    private final PageContexts contexts;

    PortfolioController(PortfolioBoard board, Periods periods, PageContexts contexts) {
        this.board = board;
        this.periods = periods;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView page(PortfolioForm form, PeriodForm days, HttpServletRequest request) {
        boolean firm = Acting.actor().reaches(Level.BUSINESS);
        Locale locale = contexts.locale(request);
        PortfolioForm asked = form.groupedUnlessTold();
        return periods.shown(days, asked.choices())
                .flatMap(period -> board.view(asked, period, firm, locale))
                .map(view -> PeriodAnswer.of(new ModelAndView("portfolio/page").addObject("view", view), view.period()))
                .orElseGet(() -> new ModelAndView("portfolio/empty").addObject("firm", firm));
    }

    @GetMapping("/curves")
    @ResponseBody
    List<Curve> curves(PortfolioForm form, PeriodForm days, HttpServletRequest request) {
        PortfolioForm asked = form.groupedUnlessTold();
        return board.curves(asked, periods.chosen(days, asked.choices()), contexts.locale(request));
    }

    /// The points of a curve as a file.
    @GetMapping("/curves/{kind}")
    void curve(
            @PathVariable String kind,
            PortfolioForm form,
            PeriodForm days,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Curve curve = curves(form, days, request).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("portfolio.noSuchCurve", kind));
        CsvAnswer.write(response, kind + ".csv", List.of(curve.x(), curve.y()), curve.rows());
    }
}
