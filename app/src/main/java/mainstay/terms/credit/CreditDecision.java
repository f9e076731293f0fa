package mainstay.terms.credit;

import java.util.List;
import java.util.Locale;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What is said to somebody who wants to sell on credit.
///
/// @param tightest   the limit that leaves the least; null where none is set
/// @param prepayment what has to be paid ahead, besides what is, for the order to fit; nought where it does
record CreditDecision(
        Verdict verdict, Text reason, @Nullable HeldLimit tightest, long prepayment) {

    enum Verdict {
        ALLOWED,
        WARN,
        HOLD;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An amount to be sold, in ten-thousandths.
    ///
    /// @param prepaid what of it is known to be paid ahead
    record Sale(Stage stage, long amount, long prepaid) {

        /// What is to go out on credit.
        long onCredit() {
            return amount - prepaid;
        }
    }

    /// Quotes are warned of, orders held, and what has been delivered is always invoiced.
    ///
    /// @param limits   every limit that binds the account, set or not; nothing else is known to bind it
    /// @param released up to which amount on credit somebody released this very order; nought: nobody did
    static CreditDecision of(Sale sale, List<HeldLimit> limits, long released) {
        HeldLimit tightest = tightest(limits);
        if (tightest == null) {
            return new CreditDecision(Verdict.ALLOWED, Text.of("credit.noLimit"), null, 0);
        }
        long asked = sale.onCredit();
        if (asked == 0) {
            return new CreditDecision(Verdict.ALLOWED, Text.of("credit.paidAhead"), tightest, 0);
        }
        return asked <= roomOf(tightest)
                ? within(sale.stage(), asked, limits, tightest)
                : beyond(sale, tightest, released);
    }

    private static CreditDecision within(Stage stage, long asked, List<HeldLimit> limits, HeldLimit tightest) {
        Money exposure = new Money(tightest.exposure().total());
        Money limit = new Money(limitOf(tightest));
        Money amount = new Money(asked);
        int unknown = limits.stream()
                .mapToInt(held -> held.exposure().unknown())
                .max()
                .orElse(0);
        if (unknown > 0 && stage != Stage.INVOICE) {
            Text reason = Text.of("credit.unknown", unknown, exposure, amount, limit);
            return new CreditDecision(Verdict.WARN, reason, tightest, 0);
        }
        Money left = new Money(roomOf(tightest) - asked);
        return new CreditDecision(Verdict.ALLOWED, Text.of("credit.fits", exposure, amount, limit, left), tightest, 0);
    }

    /// Whatever an order lacks can be paid ahead; what is over already is not asked of it.
    private static CreditDecision beyond(Sale sale, HeldLimit tightest, long released) {
        long asked = sale.onCredit();
        long over = asked - roomOf(tightest);
        long missing = Math.min(asked, over);
        return switch (sale.stage()) {
            case QUOTE ->
                new CreditDecision(
                        Verdict.WARN, tooMuch("credit.quoteOver", sale, tightest, over, missing), tightest, missing);
            case INVOICE -> {
                Text reason = Text.of(
                        "credit.invoice",
                        new Money(tightest.exposure().total()),
                        new Money(asked),
                        new Money(limitOf(tightest)),
                        new Money(over));
                yield new CreditDecision(Verdict.ALLOWED, reason, tightest, 0);
            }
            case ORDER ->
                asked <= released
                        ? new CreditDecision(
                                Verdict.ALLOWED,
                                Text.of("credit.released", new Money(released), new Money(over)),
                                tightest,
                                0)
                        : new CreditDecision(
                                Verdict.HOLD,
                                tooMuch("credit.orderOver", sale, tightest, over, missing),
                                tightest,
                                missing);
        };
    }

    /// Says what is paid ahead already, and what stood above the limit before.
    private static Text tooMuch(String key, Sale sale, HeldLimit tightest, long over, long missing) {
        long before = Math.max(0, -roomOf(tightest));
        return Text.of(
                key + (before > 0 ? ".already" : "") + (sale.prepaid() > 0 ? ".paid" : ""),
                new Money(tightest.exposure().total()),
                new Money(sale.amount()),
                new Money(limitOf(tightest)),
                new Money(over),
                new Money(missing),
                new Money(sale.prepaid()),
                new Money(sale.prepaid() + missing),
                new Money(before));
    }

    private static @Nullable HeldLimit tightest(List<HeldLimit> limits) {
        HeldLimit tightest = null;
        for (HeldLimit held : limits) {
            if (held.headRoom() != null && (tightest == null || roomOf(held) < roomOf(tightest))) {
                tightest = held;
            }
        }
        return tightest;
    }

    private static long roomOf(HeldLimit held) {
        Long room = held.headRoom();
        return room == null ? Long.MAX_VALUE : room;
    }

    private static long limitOf(HeldLimit held) {
        Long amount = held.amount();
        return amount == null ? Long.MAX_VALUE : amount;
    }
}
