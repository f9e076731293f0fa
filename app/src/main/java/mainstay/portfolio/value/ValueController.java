package mainstay.portfolio.value;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/value")
@Allowed.Everyone
class ValueController {
    private static final List<String> HEADER = List.of(
            "portfolio.account",
            "business.name",
            "value.section",
            "value.signs",
            "value.reasons",
            "value.alive",
            "value.margin",
            "value.atRisk",
            "value.lostMargin");

    private final ValueBoard board;
    private final ModelBoard models;
    private final Texts texts;
    private final PageContexts contexts;

    ValueController(ValueBoard board, ModelBoard models, Texts texts, PageContexts contexts) {
        this.board = board;
        this.models = models;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView page(SplitForm form, RiskForm risk) {
        boolean firm = Acting.actor().reaches(Level.BUSINESS);
        return board.view(form, risk, firm)
                .map(view -> new ModelAndView("value/page").addObject("view", view))
                .orElseGet(() -> new ModelAndView("value/empty"));
    }

    @GetMapping("/at-risk")
    void atRisk(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        CsvAnswer.write(
                response,
                "at-risk.csv",
                HEADER.stream().map(key -> texts.get(locale, key)).toList(),
                board.atRisk().stream().map(row -> cells(row, locale)));
    }

    private List<String> cells(RiskRow row, Locale locale) {
        List<ValueView.Sign> signs = RiskSigns.of(row);
        return Stream.of(
                        row.code(),
                        row.name(),
                        texts.get(locale, row.gone() ? "value.risks.gone" : "value.risks.saveable"),
                        signs.stream()
                                .map(sign -> texts.get(locale, sign.label()))
                                .collect(Collectors.joining("; ")),
                        signs.stream()
                                .map(sign -> texts.get(locale, sign.why()))
                                .collect(Collectors.joining(" ")),
                        CellTexts.number(row.alive()),
                        CellTexts.money(row.margin()),
                        row.gone() ? "" : CellTexts.money(row.atRisk()),
                        row.gone() ? CellTexts.money(row.atRisk()) : "")
                .toList();
    }

    @GetMapping("/model")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView model() {
        return models.view()
                .map(view -> new ModelAndView("value/model").addObject("view", view))
                .orElseGet(() -> new ModelAndView("value/empty"));
    }

    @GetMapping("/model/charts")
    @ResponseBody
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    List<ValueChart> charts(HttpServletRequest request) {
        return models.charts(contexts.locale(request));
    }

    @GetMapping("/model/table")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CsvAnswer.write(response, "model.csv", models.header(contexts.locale(request)), models.rows());
    }
}
