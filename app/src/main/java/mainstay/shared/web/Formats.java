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

/// Numbers and dates as a reader of one language expects them; unknown is a dash, never a zero. Made for one
/// answer: it keeps its number formats, which must not be shared between threads.
final class Formats {

    static final String UNKNOWN = "—";

    private final Locale locale;
    private final Locale region;
    private @Nullable NumberFormat whole;
    private @Nullable NumberFormat plain;

    /// @param region of the same language: how days are written there
    Formats(Locale locale, Locale region) {
        this.locale = locale;
        this.region = region;
    }

    Locale locale() {
        return locale;
    }

    String money(@Nullable Long tenThousandths) {
        return tenThousandths == null ? UNKNOWN : whole().format(new Money(tenThousandths).toUnits());
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
        return number == null ? UNKNOWN : whole().format(number.longValue());
    }

    /// As it stands in a sentence: with at most three decimals.
    String plain(Number number) {
        NumberFormat known = plain;
        if (known == null) {
            known = NumberFormat.getInstance(locale);
            plain = known;
        }
        return known.format(number);
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
        NumberFormat known = whole;
        if (known == null) {
            known = NumberFormat.getIntegerInstance(locale);
            whole = known;
        }
        return known;
    }
}
