package mainstay.portfolio.profit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.analytics.value.ConstantMargin;
import mainstay.portfolio.AccountTotal;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What fewer defections would bring with some customers, added up account by account: whichever way all
/// customers are parted, the parts sum to the whole. Where customers are alike it is what
/// [mainstay.analytics.value.RetentionWhatIf] says of them. Money has four decimals.
///
/// @param unpriced  customers whose profit is not known, for whom no amounts count
/// @param margin    mean profit of the others in the last twelve months, as changed; null without any
/// @param retention part that stays a year; null where unknown
/// @param value     of all as they are; null where margin or retention is not known, `gain` likewise
/// @param sizes     the values without their signs
/// @param relative  gain as a part of the value, of the gain's sign also where customers are served at a
/// loss; null where profits and losses nearly cancel, so that a part of what is left would say nothing
/// @param kept      customers kept more a year; null where retention is not known
public record WhatIf(
        Text name,
        int customers,
        int unpriced,
        @Nullable Long margin,
        @Nullable Double retention,
        @Nullable Long value,
        @Nullable Long sizes,
        @Nullable Long gain,
        @Nullable Double relative,
        @Nullable Double kept) {
    /// The least that is left of the values without their signs.
    private static final double LEFT = 0.25;

    /// @param points   fewer defections, as a fraction
    /// @param discount a year
    /// @param change   of the margin, as a fraction
    record Asked(double points, double discount, double change, Optional<Double> retention) {}

    /// @param cut the part of the leaving that is prevented, the same for everybody but those closed or probably gone
    static WhatIf of(
            Text name, List<AccountTotal> customers, @Nullable Retentions retentions, double cut, Asked asked) {
        List<AccountTotal> priced =
                customers.stream().filter(total -> total.profit() != null).toList();
        double mean = priced.stream()
                .mapToDouble(total -> margin(total, asked))
                .average()
                .orElse(0);
        boolean known = retentions != null && !priced.isEmpty();
        long value = 0;
        long sizes = 0;
        long gain = 0;
        if (retentions != null) {
            for (AccountTotal total : priced) {
                double retention = retentions.of(total);
                ConstantMargin now = new ConstantMargin(margin(total, asked), retention, asked.discount());
                long worth = Math.round(now.value());
                value += worth;
                sizes += Math.abs(worth);
                gain += Math.round(now.withRetentionChangedBy(cut * retentions.keepable(total))
                                .value())
                        - worth;
            }
        }
        Double stay = retentions == null ? null : Double.valueOf(retentions.mean(customers));
        return new WhatIf(
                name,
                customers.size(),
                customers.size() - priced.size(),
                priced.isEmpty() ? null : Long.valueOf(Math.round(mean)),
                stay,
                known ? Long.valueOf(value) : null,
                known ? Long.valueOf(sizes) : null,
                known ? Long.valueOf(gain) : null,
                Math.abs(value) < LEFT * sizes || value == 0 ? null : Double.valueOf((double) gain / Math.abs(value)),
                retentions == null ? null : Double.valueOf(customers.size() * cut * retentions.keepable(customers)));
    }

    private static double margin(AccountTotal total, Asked asked) {
        return Objects.requireNonNull(total.profit()) * (1 + asked.change());
    }
}
