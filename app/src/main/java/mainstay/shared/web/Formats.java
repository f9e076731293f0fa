package mainstay.shared.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// Numbers and dates as a reader of one language expects them; unknown is a dash, never a zero.
///
/// @param region of the same language: how days are written there
record Formats(Locale locale, Locale region) {

    static final String UNKNOWN = "—";

    String money(@Nullable Long tenThousandths) {
        return tenThousandths == null ? UNKNOWN : whole().format(new Money(tenThousandths).toDecimal());
    }

    String exactMoney(@Nullable Long tenThousandths) {
        if (tenThousandths == null) {
            return UNKNOWN;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(Money.DECIMALS);
        return format.format(new Money(tenThousandths).toDecimal());
    }

    String number(@Nullable Number number) {
        return number == null
                ? UNKNOWN
                : NumberFormat.getIntegerInstance(locale).format(number.longValue());
    }

    String decimal(@Nullable Double number, int digits) {
        if (number == null || number.isNaN()) {
            return UNKNOWN;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP));
    }

    String percent(@Nullable Double fraction, int digits) {
        return fraction == null || fraction.isNaN() ? UNKNOWN : decimal(fraction * 100, digits) + percentSign();
    }

    /// Chinese sets the sign close to the number.
    private String percentSign() {
        return locale.getLanguage().equals("zh") ? "%" : " %";
    }

    String date(@Nullable LocalDate date) {
        return date == null
                ? UNKNOWN
                : date.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(region));
    }

    String moment(@Nullable Instant moment, ZoneId zone) {
        return moment == null
                ? UNKNOWN
                : moment.atZone(zone)
                        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(region));
    }

    private NumberFormat whole() {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
