package mainstay.rating.finding;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "Findings")
@Allowed.Everyone
class FindingApi {
    private static final int LARGEST = 200;

    private final FindingDesk desk;
    private final Texts texts;
    private final PageContexts contexts;

    FindingApi(FindingDesk desk, Texts texts, PageContexts contexts) {
        this.desk = desk;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// Findings of a filter.
    ///
    /// @param count of all pages
    /// @param money of all pages, in whole units of the currency
    record FindingsJson(@Nullable LocalDate asOf, long count, BigDecimal money, int page, List<FindingJson> findings) {}

    /// @param test       `floorPrice`, `territory`, `soldOn`, `returns`, `spike` or `neighbour`
    /// @param strength   `hint`, `likely` or `strong`
    /// @param money      what it is about, in whole units of the currency
    /// @param verdict    `confirmed`, `explained` or `borderTrade`; null while nobody has judged
    /// @param judgements verdicts given so far; goes back as `seen` with the next one
    record FindingJson(
            long id,
            String test,
            String code,
            String name,
            LocalDate from,
            LocalDate to,
            String strength,
            int rows,
            BigDecimal money,
            boolean withdrawn,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable String author,
            int judgements,
            String sentence) {}

    /// A verdict to give.
    ///
    /// @param verdict `confirmed`, `explained` or `borderTrade`
    /// @param seen    the number of judgements that the finding had when it was read
    record NewVerdict(
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable Integer seen) {

        VerdictForm form() {
            return new VerdictForm(verdict, reason, String.valueOf(seen));
        }
    }

    @GetMapping
    FindingsJson list(FindingFilter filter, @RequestParam(defaultValue = "50") int size, HttpServletRequest request) {
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("findings.unreadable", "size", String.valueOf(size));
        }
        Locale locale = contexts.locale(request);
        FindingsView view = desk.view(filter, size);
        return new FindingsJson(
                view.asOf(),
                view.count(),
                new Money(view.money()).toDecimal(),
                filter.shown(),
                view.rows().stream().map(told -> json(told, locale)).toList());
    }

    @GetMapping("/{id}")
    FindingJson one(@PathVariable long id, HttpServletRequest request) {
        return json(desk.told(desk.found(id)), contexts.locale(request));
    }

    @PostMapping("/{id}/verdict")
    @Allowed({Role.DIRECTOR, Role.CONTROLLER})
    FindingJson judge(@PathVariable long id, @RequestBody NewVerdict wanted, HttpServletRequest request) {
        if (wanted.seen() == null) {
            throw new Problem.Invalid("findings.seenMissing");
        }
        return switch (desk.judge(id, wanted.form())) {
            case Judgement.Given given -> json(desk.told(given.finding()), contexts.locale(request));
            case Judgement.Refused refused ->
                throw new Problem.Invalid(refused.refusals().values().iterator().next());
            case Judgement.Overtaken overtaken ->
                throw new Problem.Conflict(
                        overtaken.now().withdrawn() ? "findings.withdrawnMeanwhile" : "findings.judgedMeanwhile");
        };
    }

    private FindingJson json(Told told, Locale locale) {
        Finding one = told.finding();
        Verdict verdict = one.verdict();
        return new FindingJson(
                one.id(),
                one.test(),
                one.code(),
                one.name(),
                one.quarter().from(),
                one.quarter().to(),
                one.strength().code(),
                one.evidence(),
                new Money(one.money()).toDecimal(),
                one.withdrawn(),
                verdict == null ? null : verdict.code(),
                one.reason(),
                one.judgedBy(),
                one.judgements(),
                texts.get(locale, told.sentence()));
    }
}
