package mainstay.dossier.reading;

import java.util.Optional;
import java.util.function.Function;
import mainstay.accounts.AccountCard;
import mainstay.dossier.FactSource;
import mainstay.dossier.Reading;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import mainstay.terms.Entitlement;
import mainstay.terms.Measure;
import mainstay.terms.Terms;
import mainstay.terms.credit.CreditStandings;
import mainstay.terms.credit.HeldLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What was agreed, and how much of the credit is used.
@Configuration(proxyBeanMethods = false)
class TermReadings {

    private static final String PANEL = "/terms";

    private record OfTerms(String field, Function<AccountCard, Optional<Text>> text) implements FactSource {

        @Override
        public Optional<Reading> of(AccountCard account) {
            return text.apply(account).map(said -> new Reading(said, account.path() + PANEL));
        }
    }

    @Bean
    FactSource creditUse(CreditStandings standings) {
        return new OfTerms(
                "credit",
                account -> standings.of(account.id()).stream()
                        .filter(limit -> limit.holder() == account.id())
                        .findFirst()
                        .map(TermReadings::credit));
    }

    private static Text credit(HeldLimit held) {
        Money used = new Money(held.exposure().total());
        if (held.limit().withheld()) {
            return Text.of("archive.read.creditNotShown", used);
        }
        Long limit = held.amount();
        return limit == null
                ? Text.of("archive.read.creditUnset", used)
                : Text.of("archive.read.credit", new Money(limit), used);
    }

    @Bean
    FactSource tradingTerms(Terms terms) {
        return new OfTerms(
                "tradingTerms",
                account -> terms.of(account.id()).stream()
                        .filter(one -> one.measure() == Measure.PAYMENT_TERM)
                        .findFirst()
                        .flatMap(TermReadings::term));
    }

    private static Optional<Text> term(Entitlement term) {
        return Optional.ofNullable(term.figure())
                .map(days -> Text.of("archive.read.term", days.intValue(), term.explanation()));
    }
}
