package mainstay.terms.collection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.NavigationEntry;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/receivables")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class CollectionController {

    private static final int MOST_EXPORTED = 200_000;
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "manager",
            "open",
            "overdue",
            "to30",
            "to60",
            "to90",
            "beyond",
            "days",
            "oldest",
            "interest");

    private final Debtors debtors;
    private final FirmReceivables firm;
    private final Texts texts;
    private final PageContexts contexts;

    CollectionController(Debtors debtors, FirmReceivables firm, Texts texts, PageContexts contexts) {
        this.debtors = debtors;
        this.firm = firm;
        this.texts = texts;
        this.contexts = contexts;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry receivablesEntry() {
            return new NavigationEntry(
                    "nav.receivables",
                    "/receivables",
                    "receipt",
                    50,
                    Level.BUSINESS.number(),
                    List.of("/held-orders", "/rebates"));
        }
    }

    @GetMapping
    ModelAndView page(DebtorWish wish) {
        return new ModelAndView("terms/receivables")
                .addObject("wish", wish)
                .addObject("debtors", debtors.page(wish))
                .addObject("managers", debtors.managers())
                .addObject("figures", firm.of(debtors.asOf()));
    }

    /// Exactly what the filter leaves.
    @GetMapping("/export")
    void export(DebtorWish wish, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = contexts.locale(request);
        List<String> header = COLUMNS.stream()
                .map(column -> texts.get(locale, "collection.csv." + column))
                .toList();
        CsvAnswer.write(
                response,
                "receivables.csv",
                header,
                debtors.all(wish, MOST_EXPORTED).stream().map(CollectionController::cells));
    }

    private static List<String> cells(DebtorRow row) {
        return List.of(
                row.code(),
                row.name(),
                cell(row.manager()),
                cell(Money.decimal(row.open())),
                cell(Money.decimal(row.overdue())),
                cell(Money.decimal(row.to30())),
                cell(Money.decimal(row.to60())),
                cell(Money.decimal(row.to90())),
                cell(Money.decimal(row.beyond())),
                cell(row.days()),
                cell(row.oldest()),
                cell(Money.decimal(row.interest())));
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
