package mainstay.terms.credit;

import java.util.List;
import java.util.Locale;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What is said to somebody who wants to sell on credit.
///
/// @param tightest   the limit that leaves the least; null where none is set
/// @param prepayment what has to be paid ahead for the order to fit; nought where it does
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

    /// Quotes are warned of, orders held, and what has been delivered is always invoiced.
    ///
    /// @param limits   every limit that binds the account, set or not; nothing else is known to bind it
    /// @param asked    the amount that is to go out on credit: without what was paid ahead
    /// @param released up to which amount somebody released this very order; nought: nobody did
    static CreditDecision of(Stage stage, long asked, List<HeldLimit> limits, long released) {
        HeldLimit tightest = tightest(limits);
        if (tightest == null) {
            return new CreditDecision(Verdict.ALLOWED, Text.of("credit.noLimit"), null, 0);
        }
        if (asked == 0) {
            return new CreditDecision(Verdict.ALLOWED, Text.of("credit.paidAhead"), tightest, 0);
        }
        long room = roomOf(tightest);
        Money exposure = new Money(tightest.exposure().total());
        Money limit = new Money(limitOf(tightest));
        if (asked <= room) {
            int unknown = limits.stream()
                    .mapToInt(held -> held.exposure().unknown())
                    .max()
                    .orElse(0);
            return unknown > 0 && stage != Stage.INVOICE
                    ? new CreditDecision(
                            Verdict.WARN,
                            Text.of("credit.unknown", unknown, exposure, new Money(asked), limit),
                            tightest,
                            0)
                    : new CreditDecision(
                            Verdict.ALLOWED,
                            Text.of("credit.fits", exposure, new Money(asked), limit, new Money(room - asked)),
                            tightest,
                            0);
        }
        return beyond(stage, asked, tightest, released);
    }

    /// Whatever an order lacks can be paid ahead; what is over already is not asked of it.
    private static CreditDecision beyond(Stage stage, long asked, HeldLimit tightest, long released) {
        Money exposure = new Money(tightest.exposure().total());
        Money limit = new Money(limitOf(tightest));
        Money over = new Money(asked - roomOf(tightest));
        Money missing = new Money(Math.min(asked, asked - roomOf(tightest)));
        Money amount = new Money(asked);
        return switch (stage) {
            case QUOTE ->
                new CreditDecision(
                        Verdict.WARN,
                        Text.of("credit.quoteOver", exposure, amount, limit, over),
                        tightest,
                        missing.tenThousandths());
            case INVOICE ->
                new CreditDecision(
                        Verdict.ALLOWED, Text.of("credit.invoice", exposure, amount, limit, over), tightest, 0);
            case ORDER ->
                asked <= released
                        ? new CreditDecision(
                                Verdict.ALLOWED, Text.of("credit.released", new Money(released), over), tightest, 0)
                        : new CreditDecision(
                                Verdict.HOLD,
                                Text.of("credit.orderOver", exposure, amount, limit, over, missing),
                                tightest,
                                missing.tenThousandths());
        };
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
