package mainstay.terms.credit;

import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The choice of components as it stands in the form.
///
/// @param revision of the rule that the person saw
/// @param refusal  why it cannot be taken; null where it can
/// @param wrong    the field that is refused
public record ExposureForm(
        @Nullable Boolean receivables,
        @Nullable Boolean orders,
        @Nullable Boolean undelivered,
        @Nullable String reservationDays,
        @Nullable Long revision,
        @Nullable Text refusal,
        @Nullable String wrong) {

    static final int MOST_DAYS = 365;

    static ExposureForm of(ExposureRule rule) {
        return new ExposureForm(
                rule.receivables(),
                rule.orders(),
                rule.undelivered(),
                String.valueOf(rule.reservationDays()),
                rule.revision(),
                null,
                null);
    }

    public boolean countsReceivables() {
        return Boolean.TRUE.equals(receivables);
    }

    public boolean countsOrders() {
        return Boolean.TRUE.equals(orders);
    }

    public boolean countsUndelivered() {
        return Boolean.TRUE.equals(undelivered);
    }

    public boolean isRefused() {
        return refusal != null;
    }

    ExposureForm checked() {
        if (!countsReceivables() && !countsOrders() && !countsUndelivered()) {
            return refused("receivables", Text.of("terms.exposure.none"));
        }
        return days() > 0 ? refused(null, null) : refused("reservationDays", Text.of("terms.exposure.days", MOST_DAYS));
    }

    /// Nought where it is no number of days that can be taken.
    int days() {
        String text = reservationDays == null ? "" : Numeral.plain(reservationDays);
        return text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MOST_DAYS ? Integer.parseInt(text) : 0;
    }

    private ExposureForm refused(@Nullable String field, @Nullable Text why) {
        return new ExposureForm(receivables, orders, undelivered, reservationDays, revision, why, field);
    }
}
