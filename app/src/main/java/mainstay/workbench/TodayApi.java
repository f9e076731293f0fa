package mainstay.workbench;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.shared.Money;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Today")
@RequestMapping("/api/v1/today")
@Allowed.Everyone
class TodayApi {

    private final TodayDesk desk;
    private final Texts texts;
    private final PageContexts contexts;

    TodayApi(TodayDesk desk, Texts texts, PageContexts contexts) {
        this.desk = desk;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// @param urgency 0 whenever, 1 this month, 2 this week, 3 today
    record Entry(
            String rule,
            String subject,
            String title,
            String reason,
            String link,
            @Nullable BigDecimal money,
            int urgency,
            @Nullable LocalDate since) {}

    /// @param rule the one whose entries are told, all that are counted; where it is missing the list, on which each
    ///             rule tells its gravest
    @GetMapping
    List<Entry> today(@RequestParam(defaultValue = "") String rule, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        return (rule.isEmpty() ? desk.today() : desk.ofRule(rule))
                .entries().stream().map(work -> entry(work, locale)).toList();
    }

    private Entry entry(Work work, Locale locale) {
        return new Entry(
                work.rule(),
                work.subject(),
                Wording.plain(texts, locale, work.titleKey(), work.titleArguments()),
                Wording.plain(texts, locale, work.reasonKey(), work.reasonArguments()),
                work.link(),
                Money.decimal(work.money()),
                work.urgency(),
                work.since());
    }
}
