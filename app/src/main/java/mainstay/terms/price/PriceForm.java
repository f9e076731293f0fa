package mainstay.terms.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import mainstay.terms.AgreedDays;
import org.jspecify.annotations.Nullable;

/// A price as somebody asks for it, as it stands in the form.
///
/// @param discount in percent
public record PriceForm(
        @Nullable String product,
        @Nullable String category,
        @Nullable String unit,
        @Nullable String region,
        @Nullable String price,
        @Nullable String discount,
        @Nullable String currency,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason,
        @Nullable Boolean wholeGroup) {

    static final int LONGEST = 2_000;
    private static final int LONGEST_WORD = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /// The same, understood.
    record Wish(
            String product,
            String category,
            String unit,
            String region,
            @Nullable Long price,
            @Nullable BigDecimal discount,
            String currency,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            boolean wholeGroup) {}

    static PriceForm empty(String currency) {
        return new PriceForm("", "", "", "", "", "", currency, "", "", "", null);
    }

    public String of(String field) {
        String written = switch (field) {
            case "product" -> product;
            case "category" -> category;
            case "unit" -> unit;
            case "region" -> region;
            case "price" -> price;
            case "discount" -> discount;
            case "currency" -> currency;
            case "from" -> from;
            case "until" -> until;
            default -> reason;
        };
        return written == null ? "" : written.strip();
    }

    public boolean isForGroup() {
        return Boolean.TRUE.equals(wholeGroup);
    }

    /// Why fields cannot be taken, by field.
    Map<String, Text> refusals(LocalDate today) {
        Map<String, Text> refusals = new TreeMap<>();
        if (of("product").isEmpty() == of("category").isEmpty()) {
            refusals.put("product", Text.of("price.wrong.about"));
        }
        for (String word : new String[] {"product", "category", "unit", "region"}) {
            if (of(word).length() > LONGEST_WORD) {
                refusals.put(word, Text.of("price.wrong.long", LONGEST_WORD));
            }
        }
        refuseAmount(refusals);
        if (!CURRENCY.matcher(of("currency")).matches()) {
            refusals.put("currency", Text.of("price.wrong.currency"));
        }
        LocalDate first = written("from", today);
        LocalDate last = last();
        if (first == null) {
            refusals.put("from", Text.of("agreement.wrong.day"));
        }
        if (!of("until").isEmpty() && last == null) {
            refusals.put("until", Text.of("agreement.wrong.day"));
        } else if (last != null && first != null && last.isBefore(first)) {
            refusals.put("until", Text.of("agreement.wrong.endBeforeStart"));
        } else if (last != null && last.isBefore(today)) {
            refusals.put("until", Text.of("agreement.wrong.over"));
        }
        if (of("reason").isEmpty() || of("reason").length() > LONGEST) {
            refusals.put("reason", Text.of("agreement.wrong.reason", LONGEST));
        }
        return refusals;
    }

    private void refuseAmount(Map<String, Text> refusals) {
        if (of("price").isEmpty() == of("discount").isEmpty()) {
            refusals.put("price", Text.of("price.wrong.either"));
        } else if (!of("price").isEmpty() && of("product").isEmpty()) {
            refusals.put("price", Text.of("price.wrong.ofCategory"));
        } else if (!of("price").isEmpty() && number("price", GREATEST) == null) {
            refusals.put("price", Text.of("price.wrong.price"));
        } else if (!of("discount").isEmpty()
                && number("discount", HUNDRED.subtract(BigDecimal.valueOf(1, 4))) == null) {
            refusals.put("discount", Text.of("price.wrong.discount"));
        }
    }

    /// The day from which it is asked for; today where none is written, or none that could be one.
    LocalDate first(LocalDate today) {
        return Objects.requireNonNullElse(written("from", today), today);
    }

    /// The day until which it is asked for; null where none is written, or none that could be one.
    @Nullable
    LocalDate last() {
        return written("until", null);
    }

    private @Nullable LocalDate written(String field, @Nullable LocalDate empty) {
        return of(field).isEmpty() ? empty : AgreedDays.day(of(field));
    }

    /// To be asked where nothing is refused.
    Wish wish(LocalDate today) {
        BigDecimal amount = number("price", GREATEST);
        BigDecimal less = number("discount", HUNDRED);
        return new Wish(
                of("product"),
                of("category"),
                of("unit"),
                of("region"),
                amount == null ? null : Money.of(amount).tenThousandths(),
                less == null ? null : less.movePointLeft(2),
                of("currency"),
                first(today),
                last(),
                of("reason"),
                isForGroup());
    }

    private @Nullable BigDecimal number(String field, BigDecimal most) {
        return Numeral.number(of(field))
                .filter(number -> number.signum() > 0
                        && number.compareTo(most) <= 0
                        && number.stripTrailingZeros().scale() <= Money.DECIMALS)
                .orElse(null);
    }
}
