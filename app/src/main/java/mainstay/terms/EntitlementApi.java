package mainstay.terms;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.AccountShells;
import mainstay.identity.Allowed;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What accounts are entitled to, for programs that have to keep to it: service desk, dispatch, invoicing.
@RestController
@RequestMapping("/api/v1/accounts/{code}/terms")
@Tag(name = "Terms")
@Allowed.Everyone
class EntitlementApi {

    private final AccountShells shells;
    private final Terms terms;
    private final Texts texts;
    private final PageContexts contexts;

    EntitlementApi(AccountShells shells, Terms terms, Texts texts, PageContexts contexts) {
        this.shells = shells;
        this.terms = terms;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// Days, hours, money in whole units of the firm's currency, shares as fractions; not set where null, which is
    /// not nought.
    ///
    /// @param measure  `paymentTerm`, `creditLimit`, `rebateLadder`, `promotion`, `guidance`, `serviceLevel` or
    /// `leadTime`
    /// @param unit     `days`, `money`, `share`, `hours`, `name` or `level`
    /// @param word     the name of a ladder, or a level: `standard`, `priority`, `green`
    /// @param source   `agreed`, `tier` or `notSet`
    /// @param from     first day of an agreement
    /// @param until    last day of an agreement that has one
    /// @param why      in the words of the request's language
    /// @param withheld it is set, and you may not know it
    record EntitlementJson(
            String measure,
            String unit,
            @Nullable BigDecimal figure,
            @Nullable String word,
            String source,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String why,
            boolean withheld) {}

    @GetMapping
    List<EntitlementJson> of(@PathVariable String code, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        return terms.of(shells.permitted(code, TermsPanels.TERMS).id()).stream()
                .map(one -> json(one, locale))
                .toList();
    }

    private EntitlementJson json(Entitlement one, Locale locale) {
        return new EntitlementJson(
                one.measure().code(),
                one.measure().unit().name().toLowerCase(Locale.ROOT),
                plain(one.figure()),
                one.word(),
                one.source().code(),
                one.from(),
                one.until(),
                texts.get(locale, one.explanation()),
                one.withheld());
    }

    /// Without an exponent: programs take 6E+1 for a fraction.
    private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.setScale(Math.max(0, figure.scale()), RoundingMode.UNNECESSARY);
    }
}
