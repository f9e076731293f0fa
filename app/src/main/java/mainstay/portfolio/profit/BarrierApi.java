package mainstay.portfolio.profit;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.portfolio.Portfolio;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}/barriers")
@Tag(name = "Switching barriers")
@Allowed.Everyone
class BarrierApi {
    private final Accounts accounts;
    private final BarrierDesk desk;
    private final Portfolio portfolio;
    private final Texts texts;
    private final PageContexts contexts;

    BarrierApi(Accounts accounts, BarrierDesk desk, Portfolio portfolio, Texts texts, PageContexts contexts) {
        this.accounts = accounts;
        this.desk = desk;
        this.portfolio = portfolio;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// What makes leaving hard for a customer; money in whole units of the currency.
    ///
    /// @param history all that was ever noted, the newest first
    record BarriersJson(String code, String currency, SideJson ours, SideJson theirs, List<BarrierJson> history) {}

    /// @param sum       null where none is valued
    /// @param confirmed the part of it that somebody knows
    record SideJson(@Nullable BigDecimal sum, BigDecimal confirmed, List<BarrierJson> standing) {}

    /// @param side   `ours` or `theirs`
    /// @param amount null where it is not valued
    record BarrierJson(
            String side,
            String kind,
            @Nullable BigDecimal amount,
            boolean confirmed,
            String note,
            LocalDate knownOn,
            String author,
            boolean ended) {

        static BarrierJson of(Barrier one) {
            return new BarrierJson(
                    one.side(),
                    one.kind(),
                    Money.decimal(one.amount()),
                    one.confirmed(),
                    one.note(),
                    one.knownOn(),
                    one.author(),
                    one.ended());
        }
    }

    /// A barrier to note; the newest of a side and kind counts.
    ///
    /// @param side      `ours` or `theirs`
    /// @param kind      `contract`, `integration`, `training`, `stock`, `price_ladder` or `relation`
    /// @param amount    what overcoming it would cost; may be missing
    /// @param confirmed false, or missing, where it is assumed
    /// @param ended     true where it does not stand any more
    record NewBarrier(
            @Nullable String side,
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable Boolean confirmed,
            @Nullable String note,
            @Nullable LocalDate knownOn,
            @Nullable Boolean ended) {

        BarrierForm form() {
            return new BarrierForm(
                    side,
                    kind,
                    amount == null ? "" : amount.toString(),
                    String.valueOf(Boolean.TRUE.equals(confirmed)),
                    note,
                    knownOn == null ? "" : knownOn.toString(),
                    Boolean.TRUE.equals(ended) ? "true" : "");
        }
    }

    @GetMapping
    BarriersJson all(@PathVariable String code) {
        return json(seen(code));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    BarriersJson note(@PathVariable String code, @RequestBody NewBarrier wanted, HttpServletRequest request) {
        AccountCard account = seen(code);
        Map<String, String> refusals = desk.record(account, wanted.form());
        if (!refusals.isEmpty()) {
            throw new Problem.Invalid("barriers.refused", named(refusals, contexts.locale(request)));
        }
        return json(account);
    }

    /// Every field that cannot be taken, by its name in the request, with the reason.
    private String named(Map<String, String> refusals, Locale locale) {
        return refusals.entrySet().stream()
                .map(refusal ->
                        refusal.getKey() + allowed(refusal.getKey()) + ": " + texts.get(locale, refusal.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String allowed(String field) {
        return switch (field) {
            case "side" -> " (" + String.join(", ", BarrierForm.SIDES) + ")";
            case "kind" -> " (" + String.join(", ", BarrierForm.KINDS) + ")";
            default -> "";
        };
    }

    private AccountCard seen(String code) {
        AccountCard account = accounts.at(code);
        if (!desk.shows(account)) {
            throw new Problem.Forbidden("account.notYours");
        }
        return account;
    }

    private BarriersJson json(AccountCard account) {
        BarrierView view = desk.view(account);
        return new BarriersJson(
                account.code(),
                portfolio.state().currency(),
                side(view, "ours"),
                side(view, "theirs"),
                view.history().stream().map(BarrierJson::of).toList());
    }

    private static SideJson side(BarrierView view, String side) {
        return new SideJson(
                Money.decimal(view.sum(side)),
                new Money(view.confirmed(side)).toDecimal(),
                view.of(side).stream().map(BarrierJson::of).toList());
    }
}
