package mainstay.portfolio.value;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@RequestMapping("/value")
@Allowed.Everyone
class ValueFigureController {
    private final ValueFigures figures;
    private final PageContexts contexts;

    ValueFigureController(ValueFigures figures, PageContexts contexts) {
        this.figures = figures;
        this.contexts = contexts;
    }

    @GetMapping("/charts")
    @ResponseBody
    List<Object> charts(SplitForm form, HttpServletRequest request) {
        return figures.charts(form, contexts.locale(request));
    }

    @GetMapping("/bridge")
    void bridge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        CsvAnswer.write(response, "bridge.csv", figures.bridgeHeader(locale), figures.bridgeRows(locale));
    }

    @GetMapping("/parts")
    void parts(SplitForm form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        CsvAnswer.write(response, "value.csv", figures.partsHeader(locale), figures.partRows(form, locale));
    }
}
