package mainstay.dossier.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Allowed;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class LookController {

    private final LookDesk desk;
    private final Texts texts;
    private final PageContexts contexts;

    LookController(LookDesk desk, Texts texts, PageContexts contexts) {
        this.desk = desk;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping("/archive/looks")
    ModelAndView report(LookFilter filter) {
        return new ModelAndView("dossier/looks").addObject("report", desk.report(filter));
    }

    @GetMapping("/archive/looks.csv")
    void csv(LookFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        List<List<String>> rows = new ArrayList<>();
        desk.each(filter, look -> rows.add(row(look, locale)));
        CsvAnswer.write(
                response,
                "looks.csv",
                Stream.of("at", "person", "code", "account", "where", "parts", "level", "loan", "detail")
                        .map(column -> texts.get(locale, "look." + column))
                        .toList(),
                rows.stream());
    }

    private List<String> row(Seen look, Locale locale) {
        return List.of(
                look.at().toString(),
                look.actor(),
                look.code() == null ? "" : look.code(),
                look.called(),
                texts.get(locale, look.whereKey()),
                look.parts().stream()
                        .map(part -> texts.get(locale, Seen.partKey(part)))
                        .collect(Collectors.joining(", ")),
                texts.get(locale, look.levelKey()),
                look.loanId() == null ? "" : look.loanId().toString(),
                look.detail() == null ? "" : look.detail());
    }
}
