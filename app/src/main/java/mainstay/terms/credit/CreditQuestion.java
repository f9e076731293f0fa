package mainstay.terms.credit;

import java.math.BigDecimal;
import java.util.Locale;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Whether an amount may be sold on credit, as a program asks it. Amounts are in whole units with up to four
/// decimals.
///
/// @param stage    quote, order or invoice
/// @param currency only the firm's own; may be left out
/// @param prepaid  what of the amount was paid ahead, all in all; left out: nothing is known of it
/// @param order    number of the order, by which it is known again in the ledger and in later questions
record CreditQuestion(
        @Nullable String account,
        @Nullable String stage,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal prepaid,
        @Nullable String order) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000L);
    private static final int LONGEST = 200;

    /// The same, understood; amounts in ten-thousandths.
    record Asked(
            String account,
            Stage stage,
            long amount,
            long prepaid,
            @Nullable String order) {

        Asked with(long paidAhead) {
            return new Asked(account, stage, amount, paidAhead, order);
        }

        /// Tells one question from another.
        String text() {
            return String.join(
                    "\n",
                    account,
                    stage.code(),
                    String.valueOf(amount),
                    String.valueOf(prepaid),
                    order == null ? "" : order);
        }
    }

    /// @throws Problem.Invalid naming the field that cannot be understood
    Asked understood(String firmCurrency) {
        if (account == null || account.isBlank()) {
            throw new Problem.Invalid("credit.wrong.account");
        }
        Stage asked = Stage.of(stage == null ? "" : stage.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Problem.Invalid("credit.wrong.stage"));
        if (currency != null && !currency.strip().equalsIgnoreCase(firmCurrency)) {
            throw new Problem.Invalid("credit.wrong.currency", currency.strip(), firmCurrency);
        }
        if (amount == null || amount.signum() <= 0 || !fits(amount)) {
            throw new Problem.Invalid("credit.wrong.amount");
        }
        BigDecimal ahead = prepaid == null ? BigDecimal.ZERO : prepaid;
        if (ahead.signum() < 0 || ahead.compareTo(amount) > 0 || !fits(ahead)) {
            throw new Problem.Invalid("credit.wrong.prepaid");
        }
        if (order != null && order.length() > LONGEST) {
            throw new Problem.Invalid("credit.wrong.order", LONGEST);
        }
        String number = order == null || order.isBlank() ? null : order.strip();
        return new Asked(account.strip(), asked, exactly(amount), exactly(ahead), number);
    }

    private static boolean fits(BigDecimal number) {
        return number.compareTo(MOST) <= 0 && number.stripTrailingZeros().scale() <= Money.DECIMALS;
    }

    private static long exactly(BigDecimal number) {
        return Money.of(number).tenThousandths();
    }
}
