package mainstay.dossier;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.dossier.FactJson.FactsJson;
import mainstay.dossier.FactJson.KeptJson;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}/facts")
@Tag(name = "Archive")
@Allowed.Everyone
class FactApi {

    private final Accounts accounts;
    private final Dossiers dossiers;
    private final FactDesk desk;
    private final FactCurrency currency;
    private final Texts texts;
    private final PageContexts contexts;
    private final Clock clock;
    private final ReadLog log;
    private final Fields fields;

    FactApi(
            Accounts accounts,
            Dossiers dossiers,
            FactDesk desk,
            FactCurrency currency,
            Texts texts,
            PageContexts contexts,
            Clock clock,
            ReadLog log,
            Fields fields) {
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.desk = desk;
        this.currency = currency;
        this.texts = texts;
        this.contexts = contexts;
        this.clock = clock;
        this.log = log;
        this.fields = fields;
    }

    /// A fact to write down.
    ///
    /// @param field      its code
    /// @param value      numbers in digits with a decimal point, days as 2026-11-16, `yes` or `no`
    /// @param source     who or what says so
    /// @param observedOn today where it is missing
    /// @param confidence `assumed`, `reported` or `confirmed`
    /// @param seen       number of the fact that stood here when it was read; missing where it was empty
    record NewFact(
            @Nullable String field,
            @Nullable String value,
            @Nullable String source,
            @Nullable String observedOn,
            @Nullable String confidence,
            @Nullable Long seen) {

        FactForm form(LocalDate today) {
            return new FactForm(
                    value,
                    source,
                    Objects.requireNonNullElse(observedOn, today.toString()),
                    confidence,
                    FactApi.text(seen));
        }
    }

    /// @param seen the number of the fact that is confirmed
    record Confirmation(@Nullable Long seen) {}

    /// @param seen   the number of the fact that is taken back
    /// @param reason why
    record Withdrawal(@Nullable Long seen, @Nullable String reason) {}

    @GetMapping
    FactsJson facts(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        AccountCard account = accounts.at(code);
        Dossier dossier = dossiers.of(account, asOf).outward();
        dossier.look(account, "api").ifPresent(look -> log.note(List.of(look)));
        return FactsJson.of(account, dossier, texts, locale, currency);
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ResponseStatus(HttpStatus.CREATED)
    KeptJson record(@PathVariable String code, @RequestBody NewFact wanted) {
        AccountCard account = accounts.at(code);
        String field = Objects.requireNonNullElse(wanted.field(), "");
        return kept(desk.record(account, field, wanted.form(LocalDate.now(clock))), field);
    }

    @PostMapping("/{field}/reconfirmation")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    @ResponseStatus(HttpStatus.CREATED)
    KeptJson reconfirm(@PathVariable String code, @PathVariable String field, @RequestBody Confirmation wanted) {
        AccountCard account = accounts.at(code);
        return answered(account, field, desk.reconfirm(account, field, text(wanted.seen())));
    }

    @PostMapping("/{field}/retirement")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM, Role.AGENT})
    KeptJson retire(@PathVariable String code, @PathVariable String field, @RequestBody Withdrawal wanted) {
        AccountCard account = accounts.at(code);
        return answered(account, field, desk.retire(account, field, text(wanted.seen()), wanted.reason()));
    }

    /// The answer holds what stood there, which somebody else may have written: nothing for who only writes.
    private KeptJson answered(AccountCard account, String code, FactOutcome outcome) {
        KeptJson answer = kept(outcome, code);
        if (!isTold(code)) {
            return answer;
        }
        fields.byCode(code)
                .flatMap(field -> Look.of(account.id(), "api", List.of(field), code))
                .ifPresent(look -> log.note(List.of(look)));
        return answer;
    }

    private KeptJson kept(FactOutcome outcome, String field) {
        return switch (outcome) {
            case FactOutcome.Kept kept ->
                isTold(field) ? KeptJson.of(field, kept.fact()) : KeptJson.bare(field, kept.fact());
            case FactOutcome.Refused refused -> {
                Text first = refused.refusals().values().iterator().next();
                throw new Problem.Invalid(first.key(), first.arguments().toArray());
            }
            case FactOutcome.Overtaken overtaken -> throw overtaken(overtaken.now());
        };
    }

    /// Whether a program may be told what stands in a field. What is personal is told to none.
    private boolean isTold(String code) {
        return TokenScope.READ_ARCHIVE.isHeld()
                && fields.byCode(code)
                        .filter(field -> field.sensitivity() == Level.PERSONAL)
                        .isEmpty();
    }

    private static Problem overtaken(@Nullable Fact now) {
        if (!TokenScope.READ_ARCHIVE.isHeld()) {
            return new Problem.Conflict("archive.otherMeanwhile");
        }
        return now == null
                ? new Problem.Conflict("archive.emptyMeanwhile")
                : new Problem.Conflict("archive.writtenMeanwhile", now.recordedBy(), now.id());
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
