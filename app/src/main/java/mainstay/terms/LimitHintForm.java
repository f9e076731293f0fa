package mainstay.terms;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import mainstay.terms.credit.LimitFigure;
import mainstay.terms.credit.LimitHint;
import mainstay.terms.credit.PayHabit;
import org.jspecify.annotations.Nullable;

/// What somebody knows of a customer's finances, as written; nothing of it is kept.
public record LimitHintForm(
        @Nullable String netWorth,
        @Nullable String workingCapital,
        @Nullable String monthlySales,
        @Nullable String creditNeed,
        @Nullable String habit,
        @Nullable String yearsInBusiness,
        @Nullable String profitMargin,
        @Nullable String currentRatio,
        @Nullable String debt,
        @Nullable String yearSales,
        @Nullable String lossBudget,
        @Nullable String defaultChance,
        @Nullable String lossShare) {

    private static final int DECIMALS = 4;

    public String of(LimitFigure figure) {
        return text(
                switch (figure) {
                    case NET_WORTH -> netWorth;
                    case WORKING_CAPITAL -> workingCapital;
                    case MONTHLY_SALES -> monthlySales;
                    case NEED -> creditNeed;
                    case YEARS -> yearsInBusiness;
                    case MARGIN -> profitMargin;
                    case CURRENT_RATIO -> currentRatio;
                    case DEBT -> debt;
                    case YEAR_SALES -> yearSales;
                    case LOSS_BUDGET -> lossBudget;
                    case DEFAULT_CHANCE -> defaultChance;
                    case LOSS_SHARE -> lossShare;
                });
    }

    public String habitCode() {
        return text(habit);
    }

    /// With what we sold to the account in twelve months, unless something else was written.
    LimitHintForm sold(@Nullable BigDecimal ours) {
        return yearSales != null || ours == null
                ? this
                : new LimitHintForm(
                        netWorth,
                        workingCapital,
                        monthlySales,
                        creditNeed,
                        habit,
                        yearsInBusiness,
                        profitMargin,
                        currentRatio,
                        debt,
                        ours.toPlainString(),
                        lossBudget,
                        defaultChance,
                        lossShare);
    }

    /// Why fields cannot be taken, by field.
    Map<String, Text> refusals() {
        Map<String, Text> refusals = new TreeMap<>();
        for (LimitFigure figure : LimitFigure.values()) {
            if (!of(figure).isEmpty() && number(figure).isEmpty()) {
                refusals.put(
                        figure.code(), Text.of("limits.wrong.number", figure.least(), figure.greatest(), DECIMALS));
            }
        }
        if (!habitCode().isEmpty() && PayHabit.of(habitCode()).isEmpty()) {
            refusals.put("habit", Text.of("limits.wrong.habit"));
        }
        return refusals;
    }

    /// What can be taken counts, whatever else was written.
    LimitHint hint() {
        Map<LimitFigure, BigDecimal> known = new EnumMap<>(LimitFigure.class);
        for (LimitFigure figure : LimitFigure.values()) {
            number(figure).ifPresent(number -> known.put(figure, number));
        }
        return new LimitHint(known, PayHabit.of(habitCode()).orElse(null));
    }

    private Optional<BigDecimal> number(LimitFigure figure) {
        return Numeral.number(of(figure))
                .filter(number -> number.stripTrailingZeros().scale() <= DECIMALS && figure.fits(number));
    }

    private static String text(@Nullable String written) {
        return Objects.requireNonNullElse(written, "").strip();
    }
}
