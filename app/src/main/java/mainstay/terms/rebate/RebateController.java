package mainstay.terms.rebate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/rebates")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class RebateController {

    private static final int MOST_EXPORTED = 200_000;
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "manager",
            "ladder",
            "basis",
            "from",
            "to",
            "revenue",
            "measured",
            "reference",
            "earned",
            "expected",
            "missing",
            "paid",
            "clawed",
            "repaid",
            "balance",
            "note");

    private final Rebates rebates;
    private final Ladders ladders;
    private final AccrualRuns runs;
    private final Texts texts;
    private final PageContexts contexts;

    RebateController(Rebates rebates, Ladders ladders, AccrualRuns runs, Texts texts, PageContexts contexts) {
        this.rebates = rebates;
        this.ladders = ladders;
        this.runs = runs;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView list(RebateWish wish) {
        return new ModelAndView("rebate/list")
                .addObject("wish", wish)
                .addObject("rebates", rebates.page(wish))
                .addObject("ladders", ladders.all())
                .addObject("asOf", runs.asOf());
    }

    /// What the filter leaves, confidential ladders apart.
    @GetMapping("/export")
    void export(RebateWish wish, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        CsvAnswer.write(
                response,
                "rebates.csv",
                COLUMNS.stream()
                        .map(column -> texts.get(locale, "rebate.column." + column))
                        .toList(),
                rebates.all(wish, MOST_EXPORTED).stream().map(row -> cells(row, locale)));
    }

    private List<String> cells(Rebate row, Locale locale) {
        return List.of(
                row.code(),
                row.name(),
                cell(row.managerName()),
                row.ladder(),
                texts.get(locale, "rebate.basis." + row.basis()),
                row.countsFrom().toString(),
                row.countsTo().toString(),
                cell(Money.decimal(row.revenue())),
                cell(Money.decimal(row.measured())),
                cell(Money.decimal(row.reference())),
                cell(Money.decimal(row.earned())),
                cell(Money.decimal(row.expected())),
                cell(Money.decimal(row.missing())),
                cell(Money.decimal(row.paid())),
                cell(Money.decimal(row.clawed())),
                cell(Money.decimal(row.repaid())),
                cell(Money.decimal(row.balance())),
                note(row, locale));
    }

    /// Why nothing is earned or known, where that is so.
    private String note(Rebate row, Locale locale) {
        if (row.withheld()) {
            return texts.get(locale, "rebate.tag.withheld");
        }
        return row.isVoid() ? texts.get(locale, row.tagKey()) : "";
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
