package mainstay.terms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import mainstay.shared.Numeral;
import org.jspecify.annotations.Nullable;

/// In what a measure is given, and what people may write for it.
public enum Unit {
    DAYS(3_650, 0),
    MONEY(100_000_000_000L, 2),
    SHARE(100, 2),
    HOURS(100_000, 1),
    FACTOR(100, 2),
    NAME(0, 0),
    LEVEL(0, 0);

    public static final List<String> LEVELS = List.of("standard", "priority", "green");

    private static final int LONGEST_NAME = 60;

    private final long greatest;
    private final int decimals;

    Unit(long greatest, int decimals) {
        this.greatest = greatest;
        this.decimals = decimals;
    }

    public boolean isNumber() {
        return greatest > 0;
    }

    public long greatest() {
        return greatest;
    }

    public int decimals() {
        return decimals;
    }

    /// The number that was written; shares are written in percent and kept as fractions.
    public Optional<BigDecimal> number(String written) {
        return Numeral.number(written).filter(this::fits).map(this::kept);
    }

    /// The word that was written, where it may stand.
    public Optional<String> word(String written) {
        String text = written.strip();
        return Optional.of(text)
                .filter(word ->
                        this == LEVEL ? LEVELS.contains(word) : !word.isEmpty() && word.length() <= LONGEST_NAME);
    }

    /// As it stands in a field; nothing where it is unset.
    public String written(@Nullable BigDecimal kept) {
        if (kept == null) {
            return "";
        }
        BigDecimal shown = this == SHARE ? kept.movePointRight(2) : kept;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private boolean fits(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(greatest)) <= 0
                && number.stripTrailingZeros().scale() <= decimals;
    }

    private BigDecimal kept(BigDecimal number) {
        return this == SHARE ? number.movePointLeft(2) : number;
    }
}
