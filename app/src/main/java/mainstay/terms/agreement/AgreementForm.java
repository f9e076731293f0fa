package mainstay.terms.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.shared.web.Text;
import mainstay.terms.AgreedDays;
import mainstay.terms.Measure;
import mainstay.terms.Unit;
import org.jspecify.annotations.Nullable;

/// What somebody asks for one account, as it stands in the form.
///
/// @param anyway     whether a limit below what is owed already is meant
/// @param wholeGroup whether a rebate ladder counts what the account and all it controls buy
public record AgreementForm(
        @Nullable String measure,
        @Nullable String value,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason,
        @Nullable Boolean anyway,
        @Nullable Boolean wholeGroup) {

    static final int LONGEST = 2_000;

    public static final AgreementForm EMPTY = new AgreementForm("creditLimit", "", "", "", "", null, null);

    /// The same, understood.
    record Wish(
            Measure measure,
            @Nullable BigDecimal figure,
            @Nullable String word,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            boolean wholeGroup) {}

    public String measureCode() {
        return text(measure);
    }

    public String written() {
        return text(value);
    }

    public String first() {
        return text(from);
    }

    public String last() {
        return text(until);
    }

    public String why() {
        return text(reason);
    }

    public boolean isMeant() {
        return Boolean.TRUE.equals(anyway);
    }

    public boolean isForGroup() {
        return Boolean.TRUE.equals(wholeGroup);
    }

    /// Why fields cannot be taken, by field.
    Map<String, Text> refusals(LocalDate today) {
        Map<String, Text> refusals = new TreeMap<>();
        Optional<Measure> about = Measure.of(measureCode());
        if (about.isEmpty()) {
            refusals.put("measure", Text.of("terms.wrong.choice"));
        } else if (figure(about.get()) == null && word(about.get()) == null) {
            refusals.put("value", refusal(about.get().unit()));
        }
        LocalDate start = first().isEmpty() ? today : AgreedDays.day(first());
        if (start == null) {
            refusals.put("from", Text.of("agreement.wrong.day"));
        }
        LocalDate end = last().isEmpty() ? null : AgreedDays.day(last());
        if (!last().isEmpty() && end == null) {
            refusals.put("until", Text.of("agreement.wrong.day"));
        } else if (end != null && start != null && end.isBefore(start)) {
            refusals.put("until", Text.of("agreement.wrong.endBeforeStart"));
        } else if (end != null && end.isBefore(today)) {
            refusals.put("until", Text.of("agreement.wrong.over"));
        }
        if (why().isEmpty() || why().length() > LONGEST) {
            refusals.put("reason", Text.of("agreement.wrong.reason", LONGEST));
        }
        return refusals;
    }

    /// To be asked where nothing is refused.
    Wish wish(LocalDate today) {
        Measure about = Measure.of(measureCode()).orElseThrow();
        return new Wish(
                about,
                figure(about),
                word(about),
                first().isEmpty() ? today : Objects.requireNonNull(AgreedDays.day(first())),
                last().isEmpty() ? null : AgreedDays.day(last()),
                why(),
                about == Measure.REBATE_LADDER && isForGroup());
    }

    private @Nullable BigDecimal figure(Measure about) {
        return about.unit().isNumber() ? about.unit().number(written()).orElse(null) : null;
    }

    private @Nullable String word(Measure about) {
        return about.unit().isNumber() ? null : about.unit().word(written()).orElse(null);
    }

    private static Text refusal(Unit unit) {
        return switch (unit) {
            case LEVEL -> Text.of("agreement.wrong.level");
            case NAME -> Text.of("terms.wrong.name");
            case DAYS, MONEY, SHARE, HOURS, FACTOR -> Text.of("terms.wrong.number", unit.greatest(), unit.decimals());
        };
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }
}
