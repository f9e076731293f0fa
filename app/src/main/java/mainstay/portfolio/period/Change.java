package mainstay.portfolio.period;

import java.util.function.Function;
import mainstay.shared.Money;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// How a figure differs from the one it is compared with. Unknown where the ledger does not reach back that far,
/// and no percentage of nothing.
public record Change(@Nullable Long now, @Nullable Long before) {

    public @Nullable Long absolute() {
        return now == null || before == null ? null : now - before;
    }

    public @Nullable Double relative() {
        return now == null || before == null || before <= 0 ? null : (double) (now - before) / before;
    }

    /// What stands beside a figure of money or quantity, in ten-thousandths.
    public Text note(Chosen period, Function<@Nullable Long, Text> shown) {
        return note(period, shown, "period.plus", absolute() == null ? 0 : new Money(absolute()).toDecimal());
    }

    /// What stands beside a number that was counted.
    public Text countNote(Chosen period) {
        return note(period, Shown::count, "period.plus", absolute() == null ? 0 : absolute());
    }

    private Text note(Chosen period, Function<@Nullable Long, Text> shown, String plus, Number difference) {
        if (period.versus() == Versus.NONE) {
            return Door.NO_NOTE;
        }
        Text versus = Text.of("period.note." + period.versus().code());
        if (before == null || !period.covered()) {
            return Text.of("period.notCovered", versus);
        }
        if (now == null) {
            return Text.of("period.justBefore", versus, shown.apply(before));
        }
        Double relative = relative();
        return relative == null
                ? Text.of("period.beforeAnd", versus, shown.apply(before), Text.of(plus, difference))
                : Text.of(
                        "period.beforeAndShare",
                        versus,
                        shown.apply(before),
                        Text.of(plus, difference),
                        Text.of("period.plusShare", relative));
    }

    /// Beside a share, which differs in points.
    public static Text ofShares(Chosen period, @Nullable Double now, @Nullable Double before) {
        if (period.versus() == Versus.NONE) {
            return Door.NO_NOTE;
        }
        Text versus = Text.of("period.note." + period.versus().code());
        if (!period.covered()) {
            return Text.of("period.notCovered", versus);
        }
        Text shown = Shown.share(before);
        return now == null || before == null
                ? Text.of("period.justBefore", versus, shown)
                : Text.of("period.beforeAnd", versus, shown, Text.of("period.points", points(now - before)));
    }

    /// What would be rounded to nothing has no sign.
    private static double points(double difference) {
        double points = 100 * difference;
        return Math.abs(points) < 0.05 ? 0 : points;
    }
}
