package mainstay.planning.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// What an account wants. Quantities and prices are in ten-thousandths.
///
/// @param kind       `wish` or `supply`
/// @param priority   1 it must be, 2 it should be, 3 it would be nice
/// @param source     how we know
/// @param person     of the account, who cares; null where nobody is named or the reader does not see them
/// @param product    code of the one it is about; null where it is about all
/// @param deliveries in a year
/// @param cycleDays  between two deliveries
/// @param answer     what we can do, in words
/// @param state      `open`, `met` or `dropped`
/// @param version    counts changes
public record Need(
        long id,
        long accountId,
        String kind,
        String title,
        @Nullable String detail,
        int priority,
        String source,
        LocalDate voicedOn,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable String product,
        @Nullable String unit,
        @Nullable Integer leadDays,
        @Nullable Long batch,
        @Nullable Integer deliveries,
        @Nullable Integer cycleDays,
        @Nullable Long price,
        boolean training,
        boolean survey,
        @Nullable String answer,
        @Nullable Integer canLeadDays,
        @Nullable Long canBatch,
        @Nullable Integer canDeliveries,
        @Nullable Integer canCycleDays,
        @Nullable Long canPrice,
        String state,
        int version,
        String changedBy,
        Instant changedAt) {

    public boolean isSupply() {
        return kind.equals("supply");
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    public String priorityKey() {
        return "need.priority." + priority;
    }

    public String stateKey() {
        return "need.state." + state;
    }

    public String tone() {
        return switch (state) {
            case "met" -> "tag-good";
            case "open" -> priority == 1 ? "tag-bad" : "tag-warn";
            default -> "tag-muted";
        };
    }

    /// As its form shows it.
    Map<String, String> written() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        fields.put("title", title);
        fields.put("detail", text(detail));
        fields.put("priority", String.valueOf(priority));
        fields.put("source", source);
        fields.put("voicedOn", voicedOn.toString());
        fields.put("person", text(personId));
        fields.put("product", text(product));
        fields.put("unit", text(unit));
        fields.put("leadDays", text(leadDays));
        fields.put("batch", plain(batch));
        fields.put("deliveries", text(deliveries));
        fields.put("cycleDays", text(cycleDays));
        fields.put("price", plain(price));
        fields.put("training", training ? "true" : "");
        fields.put("survey", survey ? "true" : "");
        fields.put("answer", text(answer));
        fields.put("canLeadDays", text(canLeadDays));
        fields.put("canBatch", plain(canBatch));
        fields.put("canDeliveries", text(canDeliveries));
        fields.put("canCycleDays", text(canCycleDays));
        fields.put("canPrice", plain(canPrice));
        fields.put("state", state);
        fields.put("version", String.valueOf(version));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String plain(@Nullable Long tenThousandths) {
        return tenThousandths == null
                ? ""
                : new Money(tenThousandths).toDecimal().toPlainString();
    }
}
