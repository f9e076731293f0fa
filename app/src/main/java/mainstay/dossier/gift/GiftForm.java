package mainstay.dossier.gift;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.shared.HarmlessText;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A gift as somebody wrote it.
///
/// @param account    code
/// @param reason     why it goes over the limit; asked for only then
/// @param submission of this one form, so that it counts once however often it is sent
public record GiftForm(
        @Nullable String account,
        @Nullable String direction,
        @Nullable String kind,
        @Nullable String givenOn,
        @Nullable String worth,
        @Nullable String occasion,
        @Nullable String reason,
        @Nullable String submission) {

    static final int LONGEST_OCCASION = 200;
    static final int LONGEST_REASON = 500;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final BigDecimal MOST = new BigDecimal("100000000");

    /// The same, understood.
    record Wish(
            String direction,
            String kind,
            LocalDate givenOn,
            long worth,
            @Nullable String occasion) {}

    static GiftForm empty(String account, LocalDate today) {
        return new GiftForm(
                account,
                "given",
                "gift",
                today.toString(),
                "",
                "",
                "",
                UUID.randomUUID().toString());
    }

    public String of(String field) {
        String written = switch (field) {
            case "account" -> account;
            case "direction" -> direction;
            case "kind" -> kind;
            case "givenOn" -> givenOn;
            case "worth" -> worth;
            case "occasion" -> occasion;
            case "reason" -> reason;
            default -> submission;
        };
        return written == null ? "" : written.strip();
    }

    Map<String, Text> refusals(LocalDate today) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (!List.of("given", "received").contains(of("direction"))) {
            refusals.put("direction", Text.of("gift.wrong.direction"));
        }
        if (!List.of("gift", "hospitality").contains(of("kind"))) {
            refusals.put("kind", Text.of("gift.wrong.kind"));
        }
        LocalDate day = day();
        if (day == null || day.isBefore(FIRST) || day.isAfter(today.plusYears(1))) {
            refusals.put("givenOn", Text.of("gift.wrong.givenOn"));
        }
        if (amount().isEmpty()) {
            refusals.put("worth", Text.of("gift.wrong.worth"));
        }
        if (of("occasion").length() > LONGEST_OCCASION || !HarmlessText.is(of("occasion"))) {
            refusals.put("occasion", Text.of("gift.wrong.occasion", LONGEST_OCCASION));
        }
        if (of("reason").length() > LONGEST_REASON || !HarmlessText.is(of("reason"))) {
            refusals.put("reason", Text.of("gift.wrong.reason", LONGEST_REASON));
        }
        return refusals;
    }

    Wish wish() {
        return new Wish(
                of("direction"),
                of("kind"),
                Objects.requireNonNull(day()),
                Money.of(amount().orElseThrow()).tenThousandths(),
                of("occasion").isEmpty() ? null : of("occasion"));
    }

    UUID submissionOrNew() {
        try {
            return UUID.fromString(of("submission"));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    private Optional<BigDecimal> amount() {
        return Numeral.number(of("worth"))
                .filter(sum -> sum.compareTo(new BigDecimal("0.01")) >= 0 && sum.compareTo(MOST) <= 0);
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(of("givenOn"));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
