package mainstay.approvals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import org.jspecify.annotations.Nullable;

/// A step of a rule as it is written in the form.
///
/// @param who     `role:<code>` or `user:<id>`; empty for an unused row
/// @param amount  in the firm's currency; empty for every amount
/// @param starsTo empty for all tiers
/// @param refusal message key of what cannot be taken; empty where nothing
public record StepField(String turn, String who, String amount, String starsTo, String refusal) {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final String ROLE = "role:";
    private static final String USER = "user:";

    static StepField of(RuleStep step) {
        Long user = step.userId();
        Integer stars = step.starsTo();
        BigDecimal amount = Money.decimal(step.fromAmount());
        return new StepField(
                String.valueOf(step.turn()),
                user == null ? ROLE + step.role() : USER + user,
                amount == null ? "" : amount.toPlainString(),
                stars == null ? "" : stars.toString(),
                "");
    }

    static StepField unused() {
        return new StepField("1", "", "", "", "");
    }

    boolean isUnused() {
        return who.isBlank();
    }

    /// The same with what is wrong with it.
    StepField checked() {
        return new StepField(turn, who, amount, starsTo, refusalNow());
    }

    private String refusalNow() {
        if (isUnused()) {
            return amount.isBlank() && starsTo.isBlank() ? "" : "approvals.rule.nobody";
        }
        if (role().isEmpty() && user().isEmpty()) {
            return "approvals.rule.unknown";
        }
        if (number(turn, 1, 9) == null) {
            return "approvals.rule.badTurn";
        }
        if (!amount.isBlank() && money() == null) {
            return "approvals.rule.badAmount";
        }
        return !starsTo.isBlank() && number(starsTo, 1, 4) == null ? "approvals.rule.badStars" : "";
    }

    /// The step, of a row that has been checked.
    RuleStep step() {
        Integer at = number(turn, 1, 9);
        return new RuleStep(
                at == null ? 1 : at, role().orElse(null), user().orElse(null), money(), number(starsTo, 1, 4));
    }

    Optional<String> role() {
        return Stream.concat(
                        Arrays.stream(Role.values()).filter(Role::mayDecide).map(Role::code),
                        Stream.of(RuleStep.CUSTODIAN))
                .filter(code -> who.equals(ROLE + code))
                .findFirst();
    }

    Optional<Long> user() {
        return who.startsWith(USER) && who.substring(USER.length()).matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(who.substring(USER.length())))
                : Optional.empty();
    }

    private @Nullable Long money() {
        return Numeral.number(amount)
                .filter(number ->
                        number.signum() >= 0 && number.compareTo(MOST) <= 0 && number.scale() <= Money.DECIMALS)
                .map(number -> Money.of(number).tenThousandths())
                .orElse(null);
    }

    private static @Nullable Integer number(String text, int least, int most) {
        String digits = Numeral.plain(text);
        if (!digits.matches("\\d{1,4}")) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return number >= least && number <= most ? number : null;
    }
}
