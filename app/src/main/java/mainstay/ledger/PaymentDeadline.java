package mainstay.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// The latest day by which a debtor has to pay a small or medium supplier after State Council order 802 (China,
/// in force since 2025-06-01), and the interest for paying later where no other was agreed.
public record PaymentDeadline(LocalDate day) {

    private static final LocalDate IN_FORCE = LocalDate.of(2025, 6, 1);
    private static final BigDecimal DAILY_INTEREST = new BigDecimal("0.0005");

    /// Who owes, in the order's own terms.
    public enum Debtor {
        LARGE_ENTERPRISE(60),
        PUBLIC_BODY(30);

        private final int days;

        Debtor(int days) {
            this.days = days;
        }
    }

    /// Null for deliveries before the order was in force.
    ///
    /// @param accepted the day of acceptance where acceptance was agreed: the term runs from it
    public static @Nullable PaymentDeadline of(Debtor debtor, LocalDate delivered, @Nullable LocalDate accepted) {
        LocalDate start = accepted == null ? delivered : accepted;
        return delivered.isBefore(IN_FORCE) ? null : new PaymentDeadline(start.plusDays(debtor.days));
    }

    public long daysPast(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(day, today));
    }

    /// 0.05 % of the amount for each day past the deadline.
    public Money interest(Money amount, LocalDate today) {
        return new Money(BigDecimal.valueOf(amount.tenThousandths())
                .multiply(DAILY_INTEREST)
                .multiply(BigDecimal.valueOf(daysPast(today)))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
