package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who signed in, for administrators, and for how long that is known.
@Controller
@Allowed(Role.ADMINISTRATOR)
class SignInLogController {

    private static final SignInFilter EVERYTHING = new SignInFilter(null, null, null, null, null, null);

    private final SignInReports reports;
    private final SignInRules rules;
    private final Texts texts;
    private final PageContexts contexts;

    SignInLogController(SignInReports reports, SignInRules rules, Texts texts, PageContexts contexts) {
        this.reports = reports;
        this.rules = rules;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping("/settings/sign-ins")
    ModelAndView report(SignInFilter filter) {
        SignInReport report = reports.report(filter);
        return page(report, String.valueOf(report.rules().keptDays()), "");
    }

    @PostMapping("/settings/sign-ins/rules")
    ModelAndView settle(
            @RequestParam String keptDays,
            @RequestParam(defaultValue = "") Set<Role> factorRole,
            RedirectAttributes redirect) {
        Optional<String> refusal = rules.settle(keptDays, factorRole);
        if (refusal.isPresent()) {
            ModelAndView again = page(reports.report(EVERYTHING), keptDays, refusal.get());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "signIns.saved");
        return new ModelAndView("redirect:/settings/sign-ins");
    }

    private static ModelAndView page(SignInReport report, String keptDays, String errorKey) {
        return new ModelAndView("identity/sign-ins")
                .addObject("report", report)
                .addObject("keptDays", keptDays)
                .addObject("errorKey", errorKey);
    }

    @GetMapping("/settings/sign-ins.csv")
    void csv(SignInFilter filter, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        List<List<String>> rows = new ArrayList<>();
        reports.each(filter, entry -> rows.add(row(entry, locale)));
        CsvAnswer.write(
                response,
                "sign-ins.csv",
                Stream.of("at", "person", "way", "result", "factor", "address", "device", "agent")
                        .map(column -> texts.get(locale, "signIns." + column))
                        .toList(),
                rows.stream());
    }

    private List<String> row(SignInEntry entry, Locale locale) {
        String name = entry.name();
        return List.of(
                entry.at().toString(),
                name == null ? texts.get(locale, "signIns.nobody") : name,
                texts.get(locale, entry.way().key()),
                texts.get(locale, entry.result().key()),
                entry.factor() == null ? "" : texts.get(locale, "signIns.factor." + entry.factor()),
                entry.arrival().address(),
                texts.get(locale, entry.arrival().device().words()),
                entry.arrival().agent());
    }
}
