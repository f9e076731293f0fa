package mainstay.portfolio.value;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.portfolio.Portfolio;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customer value")
@Allowed.Everyone
class ValueApi {
    private static final ValuedRange UNKNOWN = new ValuedRange(null, null, null);

    private final Accounts accounts;
    private final ValueReader values;
    private final Portfolio portfolio;
    private final Texts texts;
    private final PageContexts contexts;

    ValueApi(Accounts accounts, ValueReader values, Portfolio portfolio, Texts texts, PageContexts contexts) {
        this.accounts = accounts;
        this.values = values;
        this.portfolio = portfolio;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// What an account is worth: still a customer or not, what it will buy, and what that is worth today.
    @GetMapping("/api/v1/accounts/{code}/value")
    AccountValueJson value(@PathVariable String code, HttpServletRequest request) {
        AccountCard account = accounts.at(code);
        if (!values.shows(account.id())) {
            throw new Problem.Forbidden("account.notYours");
        }
        String currency = portfolio.state().currency();
        Locale locale = contexts.locale(request);
        Optional<ValueReader.Found> found = values.of(account.id());
        return found.map(known -> json(account, currency, known, locale))
                .orElseGet(() -> new AccountValueJson(
                        account.code(),
                        account.name(),
                        null,
                        currency,
                        "none",
                        null,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        null,
                        null,
                        false,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    private AccountValueJson json(AccountCard account, String currency, ValueReader.Found found, Locale locale) {
        AccountValue value = found.value();
        return new AccountValueJson(
                account.code(),
                account.name(),
                value.asOf(),
                currency,
                value.method(),
                found.run().basis(),
                ValuedRange.ofNumber(value.alive(), value.aliveLow(), value.aliveHigh()),
                ValuedRange.ofNumber(value.expected(), value.expectedLow(), value.expectedHigh()),
                ValuedRange.ofMoney(value.margin(), value.marginLow(), value.marginHigh()),
                ValuedRange.ofMoney(value.value(), value.valueLow(), value.valueHigh()),
                residual(found.residual()),
                Money.decimal(value.spend()),
                value.gone() ? null : Money.decimal(value.atRisk()),
                value.gone(),
                value.gone() ? Money.decimal(value.atRisk()) : null,
                signs(value),
                value.gapDays() == null
                        ? null
                        : new AccountValueJson.Rhythm(
                                value.gapDays(), value.lateAfter(), value.silentAfter(), value.rhythm()),
                explanation(found, locale),
                found.history().stream()
                        .map(then ->
                                new AccountValueJson.Earlier(then.asOf(), Money.decimal(then.value()), then.alive()))
                        .toList());
    }

    private static ValuedRange residual(Residuals.@Nullable Residual found) {
        return found == null ? UNKNOWN : ValuedRange.ofMoney(found.value(), found.low(), found.high());
    }

    static List<String> signs(AccountValue value) {
        List<String> signs = new ArrayList<>();
        if (value.isClosed()) {
            return signs;
        }
        String rhythm = value.rhythm();
        if (rhythm != null && value.isLate()) {
            signs.add(rhythm);
        }
        if (value.falling()) {
            signs.add("falling");
        }
        if (value.narrowing()) {
            signs.add("narrowing");
        }
        if (value.fading()) {
            signs.add("fading");
        }
        return signs;
    }

    private AccountValueJson.Explanation explanation(ValueReader.Found found, Locale locale) {
        RunRow run = found.run();
        return new AccountValueJson.Explanation(
                found.value().method().equals("model") ? run.model() : null,
                run.reason(),
                run.unit(),
                run.months(),
                run.discountRate(),
                texts.get(locale, "value.method." + found.value().method()),
                found.inputs(),
                found.caveats());
    }
}
