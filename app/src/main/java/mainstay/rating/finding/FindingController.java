package mainstay.rating.finding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/findings")
@Allowed.Everyone
class FindingController {
    private static final int EXPORTED = 10_000;
    private static final List<String> COLUMNS = List.of(
            "id",
            "test",
            "code",
            "name",
            "region",
            "manager",
            "from",
            "to",
            "strength",
            "rows",
            "money",
            "verdict",
            "reason",
            "author",
            "sentence");

    private final FindingDesk desk;
    private final Texts texts;
    private final PageContexts contexts;

    FindingController(FindingDesk desk, Texts texts, PageContexts contexts) {
        this.desk = desk;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView list(FindingFilter filter) {
        return new ModelAndView("finding/list").addObject("view", desk.view(filter, FindingDesk.PAGE));
    }

    /// All that the filter finds, however many pages it fills.
    @GetMapping("/export")
    void export(FindingFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        FindingsView first = desk.view(filter.at(1), EXPORTED);
        Stream<Told> all = IntStream.rangeClosed(1, Math.toIntExact(first.pages()))
                .boxed()
                .flatMap(page -> (page == 1 ? first : desk.view(filter.at(page), EXPORTED)).rows().stream());
        CsvAnswer.write(
                response,
                "findings.csv",
                COLUMNS.stream()
                        .map(column -> texts.get(locale, "findings.column." + column))
                        .toList(),
                all.map(told -> row(told, locale)));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id) {
        return page(desk.view(id));
    }

    @PostMapping("/{id}/verdict")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView judge(@PathVariable long id, VerdictForm form, RedirectAttributes redirect) {
        return switch (desk.judge(id, form)) {
            case Judgement.Given given -> {
                Flash.success(redirect, "findings.judged", given.finding().name());
                yield new ModelAndView("redirect:/findings/" + id);
            }
            case Judgement.Refused refused ->
                again(id, form, refused.refusals(), false, HttpStatus.UNPROCESSABLE_CONTENT);
            case Judgement.Overtaken overtaken ->
                again(overtaken.now().id(), form, Map.of(), true, HttpStatus.CONFLICT);
        };
    }

    private ModelAndView again(
            long id, VerdictForm form, Map<String, String> refusals, boolean overtaken, HttpStatus status) {
        ModelAndView page = page(desk.view(id, form, refusals, overtaken));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(FindingView view) {
        return new ModelAndView("finding/one").addObject("view", view);
    }

    private List<String> row(Told told, Locale locale) {
        Finding one = told.finding();
        Verdict verdict = one.verdict();
        return List.of(
                String.valueOf(one.id()),
                texts.get(locale, one.testKey()),
                one.code(),
                one.name(),
                text(one.region()),
                text(one.manager()),
                one.quarter().from().toString(),
                one.quarter().to().toString(),
                texts.get(locale, one.strength().key()),
                String.valueOf(one.evidence()),
                new Money(one.money()).toDecimal().toPlainString(),
                verdict == null ? texts.get(locale, one.stateKey()) : texts.get(locale, verdict.key()),
                text(one.reason()),
                text(one.judgedBy()),
                texts.get(locale, told.sentence()));
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
