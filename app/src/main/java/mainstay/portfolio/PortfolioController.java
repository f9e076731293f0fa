package mainstay.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/portfolio")
@Allowed.Everyone
class PortfolioController {
    private final PortfolioBoard board;
    private final PageContexts contexts;

    PortfolioController(PortfolioBoard board, PageContexts contexts) {
        this.board = board;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView page(PortfolioForm form, HttpServletRequest request) {
        boolean firm = Acting.actor().reaches(Level.BUSINESS);
        Locale locale = contexts.locale(request);
        return board.view(form.groupedUnlessTold(), firm, locale)
                .map(view -> new ModelAndView("portfolio/page").addObject("view", view))
                .orElseGet(() -> new ModelAndView("portfolio/empty").addObject("firm", firm));
    }

    @GetMapping("/curves")
    @ResponseBody
    List<Curve> curves(PortfolioForm form, HttpServletRequest request) {
        return board.curves(form.groupedUnlessTold(), contexts.locale(request));
    }
}
