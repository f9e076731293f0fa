package mainstay.terms.collection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Who a debtor is by the law on late payment, as it stands in the form.
///
/// @param kind     empty: unknown
/// @param interest percent a day as it was written; empty: none agreed
public record DebtorForm(@Nullable String kind, @Nullable String interest) {

    public static final List<String> KINDS = List.of("largeEnterprise", "publicBody", "other");

    private static final int DECIMALS = 5;

    static DebtorForm of(@Nullable String kind, @Nullable BigDecimal daily) {
        return new DebtorForm(
                kind,
                daily == null
                        ? ""
                        : daily.movePointRight(2).stripTrailingZeros().toPlainString());
    }

    public String chosen() {
        return Objects.requireNonNullElse(kind, "");
    }

    public String written() {
        return Objects.requireNonNullElse(interest, "").strip();
    }

    /// Why fields cannot be taken, by field.
    Map<String, Text> refusals() {
        Map<String, Text> refusals = new TreeMap<>();
        if (!KINDS.contains(chosen())) {
            refusals.put("kind", Text.of("debtor.wrong.kind"));
        }
        if (!written().isEmpty() && daily().isEmpty()) {
            refusals.put("interest", Text.of("debtor.wrong.interest", DECIMALS));
        }
        return refusals;
    }

    /// As a fraction a day.
    Optional<BigDecimal> daily() {
        return Numeral.number(written())
                .filter(percent -> percent.signum() >= 0
                        && percent.compareTo(BigDecimal.valueOf(100)) <= 0
                        && percent.stripTrailingZeros().scale() <= DECIMALS)
                .map(percent -> percent.movePointLeft(2));
    }
}
