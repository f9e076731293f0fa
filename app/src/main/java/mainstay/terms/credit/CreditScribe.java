package mainstay.terms.credit;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.terms.credit.CreditAnswer.Components;
import mainstay.terms.credit.CreditQuestion.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/// Writes answers on credit, and reads them again as they were given.
@Component
class CreditScribe {

    private final CreditWords words;
    private final ObjectMapper json;

    CreditScribe(CreditWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /// @param open whether the asker may see the figures of whoever holds the tightest limit
    /// @param asked with what is known to be paid ahead
    CreditAnswer write(
            Asked asked,
            String currency,
            CreditDecision decision,
            boolean open,
            Locale locale,
            Instant at,
            @Nullable Instant reservedUntil) {
        HeldLimit tightest = decision.tightest();
        HeldLimit shown = open ? tightest : null;
        Exposure exposure = shown == null ? null : shown.exposure();
        Text reason = open
                ? decision.reason()
                : Text.of("credit.hidden." + decision.verdict().code());
        return new CreditAnswer(
                asked.account(),
                asked.stage().code(),
                new Money(asked.amount()).toDecimal(),
                new Money(asked.prepaid()).toDecimal(),
                asked.order(),
                currency,
                decision.verdict().code(),
                words.say(reason, locale),
                shown == null ? null : shown.code(),
                shown == null ? null : shown.limit().source().code(),
                shown == null ? null : Money.decimal(shown.amount()),
                exposure == null ? null : new Money(exposure.total()).toDecimal(),
                shown == null ? null : Money.decimal(shown.headRoom()),
                exposure == null ? null : components(exposure),
                exposure == null ? null : exposure.unknown(),
                open || asked.stage() != Stage.QUOTE ? new Money(decision.prepayment()).toDecimal() : null,
                reservedUntil,
                at);
    }

    String kept(CreditAnswer answer) {
        return json.writeValueAsString(answer);
    }

    CreditAnswer read(String kept) {
        return Objects.requireNonNull(json.readValue(kept, CreditAnswer.class));
    }

    private static Components components(Exposure exposure) {
        return new Components(
                Money.decimal(exposure.receivables()),
                Money.decimal(exposure.orders()),
                Money.decimal(exposure.undelivered()),
                new Money(exposure.reserved()).toDecimal());
    }
}
