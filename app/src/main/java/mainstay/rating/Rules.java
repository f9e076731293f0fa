package mainstay.rating;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.value.ValueRules;
import mainstay.portfolio.value.ValueSettings;
import mainstay.rating.key.KeyLimits;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The figures of the firm's own, wherever they are kept, as texts of a form.
@Component
@Transactional
class Rules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Models models;
    private final CostToServe costs;
    private final ValueRules values;

    Rules(Models models, CostToServe costs, ValueRules values) {
        this.models = models;
        this.costs = costs;
        this.values = values;
    }

    /// Grows with every change of any of them.
    @Transactional(readOnly = true)
    public long revision() {
        return models.limitsRevision() + costs.revision() + values.inForce().revision();
    }

    /// The revision, which nobody else moves until the caller's transaction ends.
    public long held() {
        models.holdLimits();
        return revision();
    }

    /// What holds now; an empty text is not set.
    @Transactional(readOnly = true)
    public Map<Rule, String> inForce() {
        CostToServe.Rates rates = costs.rates();
        ValueSettings valued = values.inForce();
        KeyLimits limits = models.limits();
        Double capital = rates.capitalRate();
        Map<Rule, @Nullable BigDecimal> numbers = new EnumMap<>(Rule.class);
        numbers.put(Rule.PER_ORDER, Money.decimal(rates.perOrder()));
        numbers.put(Rule.PER_LINE, Money.decimal(rates.perLine()));
        numbers.put(Rule.PER_DELIVERY, Money.decimal(rates.perDelivery()));
        numbers.put(Rule.PER_VISIT, Money.decimal(rates.perVisit()));
        numbers.put(Rule.PER_REQUEST, Money.decimal(rates.perRequest()));
        numbers.put(
                Rule.CAPITAL_RATE,
                capital == null ? null : BigDecimal.valueOf(capital).multiply(HUNDRED));
        numbers.put(
                Rule.DISCOUNT_RATE, BigDecimal.valueOf(valued.discountRate()).multiply(HUNDRED));
        numbers.put(Rule.VALUE_MONTHS, BigDecimal.valueOf(valued.months()));
        numbers.put(Rule.CUMULATIVE, limits.cumulative().multiply(HUNDRED));
        numbers.put(Rule.MINIMUM, limits.minimum().multiply(HUNDRED));
        numbers.put(Rule.MOST, BigDecimal.valueOf(limits.most()));
        numbers.put(Rule.CREDIT, BigDecimal.valueOf(limits.credit()));
        numbers.put(Rule.PHILOSOPHY, BigDecimal.valueOf(limits.philosophy()));
        numbers.put(Rule.NEAR, limits.near().multiply(HUNDRED));
        numbers.put(Rule.REGION_ACCOUNTS, BigDecimal.valueOf(models.accountsOfRegion()));
        Map<Rule, String> written = new EnumMap<>(Rule.class);
        numbers.forEach((rule, number) -> written.put(rule, Rule.written(number)));
        return written;
    }

    /// Puts others in force, each of which its rule takes.
    public void enact(Map<Rule, String> written) {
        Numbers numbers = new Numbers(written);
        costs.set(numbers.rates());
        values.set(
                numbers.share(Rule.DISCOUNT_RATE).doubleValue(),
                numbers.of(Rule.VALUE_MONTHS).intValueExact());
        models.limit(
                new KeyLimits(
                        numbers.share(Rule.CUMULATIVE),
                        numbers.share(Rule.MINIMUM),
                        numbers.of(Rule.MOST).intValueExact(),
                        numbers.of(Rule.CREDIT).doubleValue(),
                        numbers.of(Rule.PHILOSOPHY).doubleValue(),
                        numbers.share(Rule.NEAR)),
                numbers.of(Rule.REGION_ACCOUNTS).intValueExact());
    }

    /// What serving would cost by these, each of which its rule takes.
    static CostToServe.Rates rates(Map<Rule, String> written) {
        return new Numbers(written).rates();
    }

    private record Numbers(Map<Rule, String> written) {
        CostToServe.Rates rates() {
            return new CostToServe.Rates(
                    money(Rule.PER_ORDER),
                    money(Rule.PER_LINE),
                    money(Rule.PER_DELIVERY),
                    money(Rule.PER_VISIT),
                    money(Rule.PER_REQUEST),
                    isSet(Rule.CAPITAL_RATE) ? share(Rule.CAPITAL_RATE).doubleValue() : null);
        }

        boolean isSet(Rule rule) {
            return !Objects.requireNonNull(written.get(rule)).isBlank();
        }

        BigDecimal of(Rule rule) {
            return rule.read(Objects.requireNonNull(written.get(rule))).orElseThrow();
        }

        BigDecimal share(Rule rule) {
            return of(rule).movePointLeft(2);
        }

        @Nullable
        Long money(Rule rule) {
            return isSet(rule) ? Money.of(of(rule)).tenThousandths() : null;
        }
    }
}
