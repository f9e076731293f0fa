package mainstay.workbench.quality;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.Money;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Data quality")
@RequestMapping("/api/v1/data-quality")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class QualityApi {
    private final QualityBoard board;
    private final Texts texts;
    private final PageContexts contexts;

    QualityApi(QualityBoard board, Texts texts, PageContexts contexts) {
        this.board = board;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// @param from null while the ledger is empty
    record Report(@Nullable LocalDate from, @Nullable LocalDate to, BigDecimal revenue, List<Entry> gaps) {}

    /// @param share of all sales of the period
    record Entry(
            String gap,
            long rows,
            @Nullable BigDecimal money,
            @Nullable Double share,
            String costs,
            String todo,
            String link) {}

    @GetMapping
    Report report(PeriodForm days, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        Optional<QualityView> found = board.view(days);
        found.ifPresent(view -> view.period().demandAsAsked());
        return found.map(view -> new Report(
                        view.period().days().from(),
                        view.period().days().to(),
                        new Money(view.revenue()).toDecimal(),
                        view.gaps().stream().map(gap -> entry(gap, locale)).toList()))
                .orElseGet(() -> new Report(null, null, BigDecimal.ZERO, List.of()));
    }

    private Entry entry(Gap gap, Locale locale) {
        return new Entry(
                gap.code(),
                gap.rows(),
                Money.decimal(gap.money()),
                gap.share(),
                texts.get(locale, gap.cost()),
                texts.get(locale, gap.todo()),
                gap.link());
    }
}
