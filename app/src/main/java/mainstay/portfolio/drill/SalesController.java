package mainstay.portfolio.drill;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.portfolio.period.PeriodAnswer;
import mainstay.portfolio.period.PeriodForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/portfolio/sales")
@Allowed.Everyone
class SalesController {
    private final SalesDrill drill;
    private final DrillAnswers answers;

    SalesController(SalesDrill drill, DrillAnswers answers) {
        this.drill = drill;
        this.answers = answers;
    }

    @GetMapping
    ModelAndView page(SalesForm form, PeriodForm days) {
        boolean firm = Acting.actor().reaches(Level.BUSINESS);
        return drill.view(Place.PORTFOLIO, form, days)
                .map(view -> PeriodAnswer.of(
                        new ModelAndView("portfolio/sales")
                                .addObject("view", view)
                                .addObject("firm", firm),
                        view.period()))
                .orElseGet(() -> new ModelAndView("portfolio/empty").addObject("firm", firm));
    }

    @GetMapping("/table")
    void table(SalesForm form, PeriodForm days, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.table(Place.PORTFOLIO, form, days, request, response);
    }

    @GetMapping("/chart")
    @ResponseBody
    List<DrillBars> chart(SalesForm form, PeriodForm days, HttpServletRequest request) {
        return answers.chart(Place.PORTFOLIO, form, days, request);
    }
}
