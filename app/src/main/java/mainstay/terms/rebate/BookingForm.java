package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What somebody wants to pay out, take back or book as come back, as it stands in the form.
///
/// @param finding for which it is taken back; nothing otherwise
/// @param kind    which form of the page it is, where there is no finding: `repaid`, else a payout
public record BookingForm(
        @Nullable String amount,
        @Nullable String reason,
        @Nullable Long finding,
        @Nullable String kind) {

    static final BookingForm EMPTY = new BookingForm("", "", null, null);
    static final int LONGEST = 2_000;
    private static final BigDecimal GREATEST = BigDecimal.valueOf(100_000_000_000L);

    public String written() {
        return amount == null ? "" : amount.strip();
    }

    public String why() {
        return reason == null ? "" : reason.strip();
    }

    public boolean isPayout() {
        return finding == null && !isRepaid();
    }

    public boolean isRepaid() {
        return finding == null && Booking.REPAID.equals(kind);
    }

    public boolean isFor(long asked) {
        return finding != null && finding == asked;
    }

    /// An amount as it would be written.
    public static String plain(long tenThousandths) {
        return new Money(tenThousandths).toDecimal().toPlainString();
    }

    /// In ten-thousandths; 0 where it is none.
    long money() {
        return Numeral.number(written())
                .filter(number -> number.signum() > 0
                        && number.compareTo(GREATEST) <= 0
                        && number.stripTrailingZeros().scale() <= 2)
                .map(number -> Money.of(number).tenThousandths())
                .orElse(0L);
    }

    /// @param most that may be paid out
    Map<String, Text> refusals(long most) {
        return refusals(most, "rebate.wrong.tooMuch");
    }

    /// @param most that may have come back
    Map<String, Text> refusalsOfRepaid(long most) {
        return refusals(most, "rebate.wrong.tooMuchRepaid");
    }

    /// @param most that may be taken back
    Map<String, Text> refusalsOfTaking(long most) {
        return refusals(most, "rebate.wrong.tooMuchBack");
    }

    private Map<String, Text> refusals(long most, String tooMuch) {
        Map<String, Text> refusals = new TreeMap<>();
        if (money() == 0) {
            refusals.put("amount", Text.of("rebate.wrong.amount"));
        } else if (money() > most) {
            refusals.put("amount", Text.of(tooMuch, new ExactMoney(most)));
        }
        if (why().isEmpty() || why().length() > LONGEST) {
            refusals.put("reason", Text.of("agreement.wrong.reason", LONGEST));
        }
        return refusals;
    }
}
