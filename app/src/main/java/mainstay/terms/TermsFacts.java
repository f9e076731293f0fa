package mainstay.terms;

import java.math.BigDecimal;
import java.util.List;
import mainstay.accounts.AccountFacts;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Says at the head of an account which credit limit and payment term count, and where they come from.
@Component
class TermsFacts implements AccountFacts {

    private final Terms terms;

    TermsFacts(Terms terms) {
        this.terms = terms;
    }

    @Override
    public List<Fact> of(long account) {
        return terms.of(account, List.of(Measure.CREDIT_LIMIT, Measure.PAYMENT_TERM)).stream()
                .map(TermsFacts::fact)
                .toList();
    }

    private static Fact fact(Entitlement entitlement) {
        return new Fact(
                entitlement.measure().key(),
                value(entitlement),
                entitlement.measure() == Measure.CREDIT_LIMIT && entitlement.figure() != null,
                entitlement.isSet()
                        ? Text.of("terms.source." + entitlement.source().code())
                        : null,
                entitlement.explanation(),
                TermsPanels.TERMS);
    }

    private static Text value(Entitlement entitlement) {
        BigDecimal figure = entitlement.figure();
        if (figure == null) {
            return Text.of(entitlement.withheld() ? "terms.notShown" : "terms.notSet");
        }
        return entitlement.measure() == Measure.CREDIT_LIMIT
                ? Text.of("agreement.plain", Money.of(figure))
                : Text.of("terms.days", figure);
    }
}
