package mainstay.portfolio.profit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.shared.HarmlessText;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import org.jspecify.annotations.Nullable;

/// A barrier as somebody wrote it.
///
/// @param ended anything but empty: it does not stand any more
public record BarrierForm(
        @Nullable String side,
        @Nullable String kind,
        @Nullable String amount,
        @Nullable String confirmed,
        @Nullable String note,
        @Nullable String knownOn,
        @Nullable String ended) {
    public static final List<String> SIDES = List.of("ours", "theirs");
    public static final List<String> KINDS =
            List.of("contract", "integration", "training", "stock", "price_ladder", "relation");

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_AMOUNT = 20;
    private static final BigDecimal MOST = new BigDecimal("100000000000");
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    static BarrierForm empty(LocalDate today) {
        return new BarrierForm("ours", "contract", "", "false", "", today.toString(), "");
    }

    public String written(String field) {
        String text = switch (field) {
            case "side" -> side;
            case "kind" -> kind;
            case "amount" -> amount;
            case "confirmed" -> confirmed;
            case "note" -> note;
            case "knownOn" -> knownOn;
            default -> ended;
        };
        return Objects.requireNonNullElse(text, "").strip();
    }

    /// Message keys of what cannot be taken, by field.
    Map<String, String> refusals(LocalDate today) {
        Map<String, String> refusals = new TreeMap<>();
        check(refusals, "side", SIDES.contains(written("side")));
        check(refusals, "kind", KINDS.contains(written("kind")));
        check(refusals, "amount", written("amount").isEmpty() || money().isPresent());
        String said = written("note");
        check(refusals, "note", !said.isEmpty() && said.length() <= LONGEST_NOTE && HarmlessText.is(said));
        check(
                refusals,
                "knownOn",
                day().filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(today))
                        .isPresent());
        return refusals;
    }

    private static void check(Map<String, String> refusals, String field, boolean fine) {
        if (!fine) {
            refusals.put(field, "barriers." + field + ".wrong");
        }
    }

    private Optional<Long> money() {
        try {
            String text = Numeral.plain(written("amount"));
            return text.isEmpty() || text.length() > LONGEST_AMOUNT
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text))
                            .filter(number -> number.signum() >= 0
                                    && number.compareTo(MOST) <= 0
                                    && number.scale() <= Money.DECIMALS)
                            .map(number -> Money.of(number).tenThousandths());
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(written("knownOn")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    Barrier barrier(long account, String author) {
        return new Barrier(
                account,
                written("side"),
                written("kind"),
                money().orElse(null),
                written("confirmed").equals("true"),
                written("note"),
                day().orElseThrow(),
                author,
                !written("ended").isEmpty());
    }
}
