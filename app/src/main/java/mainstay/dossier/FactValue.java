package mainstay.dossier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.web.PageContext;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A value as a field keeps it: one of word, figure and day.
public record FactValue(
        @Nullable String word,
        @Nullable BigDecimal figure,
        @Nullable LocalDate day) {

    static final int LONGEST = 2_000;
    private static final int DECIMALS = 4;
    private static final BigDecimal GREATEST = BigDecimal.TEN.pow(14);
    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /// What was read, or why it cannot be.
    sealed interface Read {}

    record Good(FactValue value) implements Read {}

    record Bad(Text reason) implements Read {}

    static Read of(Field field, String written) {
        if (written.isBlank()) {
            return bad("archive.wrong.empty");
        }
        return switch (field.kind()) {
            case TEXT -> text(written.strip());
            case NUMBER, MONEY -> number(written);
            case DATE -> date(written.strip());
            case YES_NO ->
                written.strip().equals("yes") || written.strip().equals("no")
                        ? word(written.strip())
                        : bad("archive.wrong.yesNo");
            case CHOICE ->
                field.choices().contains(written.strip())
                        ? word(written.strip())
                        : new Bad(Text.of("archive.wrong.choice", String.join(", ", field.choices())));
            case CREDIT_CODE -> creditCode(Numeral.plain(written).toUpperCase(Locale.ROOT));
            case READ -> bad("archive.wrong.read");
        };
    }

    private static Read text(String written) {
        String unified = written.replace("\r\n", "\n");
        if (unified.length() > LONGEST) {
            return new Bad(Text.of("archive.wrong.long", LONGEST, unified.length()));
        }
        return HarmlessText.is(unified) ? word(unified) : bad("archive.wrong.harmful");
    }

    private static Read number(String written) {
        return Numeral.number(written)
                .filter(number -> number.abs().compareTo(GREATEST) < 0
                        && number.stripTrailingZeros().scale() <= DECIMALS)
                .<Read>map(number -> new Good(new FactValue(null, number, null)))
                .orElseGet(() -> new Bad(Text.of("archive.wrong.number", DECIMALS)));
    }

    private static Read date(String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.isBefore(FIRST) || day.isAfter(LAST)
                    ? bad("archive.wrong.date")
                    : new Good(new FactValue(null, null, day));
        } catch (DateTimeException none) {
            return bad("archive.wrong.date");
        }
    }

    private static Read creditCode(String code) {
        if (!CreditCode.isWellFormed(code)) {
            return bad("archive.wrong.creditCode");
        }
        return CreditCode.isValid(code)
                ? word(code)
                : new Bad(Text.of("archive.wrong.checkDigit", String.valueOf(CreditCode.checkDigit(code))));
    }

    private static Read word(String word) {
        return new Good(new FactValue(word, null, null));
    }

    private static Read bad(String key) {
        return new Bad(Text.of(key));
    }

    /// As it stands in a form and in the API.
    public String plain() {
        if (figure != null) {
            return figure.stripTrailingZeros().toPlainString();
        }
        return day != null ? day.toString() : Objects.requireNonNullElse(word, "");
    }

    /// As a reader sees it.
    public String shown(PageContext page, Field field) {
        BigDecimal number = figure;
        if (number != null) {
            String unit = field.kind() == FieldKind.MONEY ? page.currency() : field.unit();
            return unit == null ? figures(page, number) : figures(page, number) + " " + unit;
        }
        if (day != null) {
            return page.date(day);
        }
        String text = Objects.requireNonNullElse(word, "");
        return field.kind() == FieldKind.YES_NO ? page.t("archive.say." + text) : text;
    }

    private static String figures(PageContext page, BigDecimal number) {
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        return decimals == 0 ? page.number(number.longValueExact()) : page.decimal(number.doubleValue(), decimals);
    }
}
