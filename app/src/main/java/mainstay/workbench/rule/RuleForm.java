package mainstay.workbench.rule;

import java.math.BigDecimal;
import java.util.Optional;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A rule of Today, as somebody settles it.
///
/// @param on       any word where it is ticked
/// @param least    in units of the firm's currency, blank where everything is told
/// @param revision that the writer saw
public record RuleForm(
        @Nullable String on,
        @Nullable String least,
        @Nullable String revision) {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    static RuleForm of(WorkRule rule) {
        Long least = rule.least();
        return new RuleForm(
                rule.on() ? "yes" : "",
                least == null
                        ? ""
                        : new Money(least).toDecimal().stripTrailingZeros().toPlainString(),
                String.valueOf(rule.revision()));
    }

    public String written() {
        return least == null ? "" : least.strip();
    }

    public boolean isOn() {
        return on != null && !on.isEmpty();
    }

    Optional<Text> refusal() {
        return written().isEmpty() || amount() != null ? Optional.empty() : Optional.of(Text.of("rules.badLeast"));
    }

    /// To be asked where nothing is refused.
    WorkRule rule(String code) {
        BigDecimal amount = amount();
        String seen = revision == null ? "" : revision.strip();
        return new WorkRule(
                code,
                isOn(),
                amount == null ? null : Money.of(amount).tenThousandths(),
                seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0);
    }

    private @Nullable BigDecimal amount() {
        return Numeral.number(written())
                .filter(amount -> amount.signum() >= 0 && amount.compareTo(MOST) <= 0)
                .orElse(null);
    }
}
