package mainstay.portfolio.profit;

import java.math.BigDecimal;
import java.util.Optional;
import mainstay.shared.Numeral;

/// A number that somebody moves to see what would follow, in percent or percentage points.
enum Slider {
    /// Starts at half of what can still be kept, and at five at most.
    POINTS("points", 0, 50, "5"),
    /// Starts at the rate that the firm values its customers with.
    DISCOUNT("discount", 1, 100, "10"),
    MARGIN("margin", -50, 100, "0"),
    /// Nothing where the firm's own retention is meant.
    RETENTION("retention", 0, 100, "");

    private static final int LONGEST = 8;
    private static final int DECIMALS = 2;

    private final String code;
    private final int least;
    private final int greatest;
    private final String usual;

    Slider(String code, int least, int greatest, String usual) {
        this.code = code;
        this.least = least;
        this.greatest = greatest;
        this.usual = usual;
    }

    String code() {
        return code;
    }

    int least() {
        return least;
    }

    int greatest() {
        return greatest;
    }

    /// Where it starts.
    String start(Starts starts) {
        return switch (this) {
            case POINTS -> percent(starts.points());
            case DISCOUNT -> percent(starts.discount());
            case MARGIN, RETENTION -> usual;
        };
    }

    private static String percent(double fraction) {
        return BigDecimal.valueOf(fraction)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    boolean takes(String written) {
        return written.equals(usual) || read(written).isPresent();
    }

    /// As a fraction; nothing where it cannot be read or stands for nothing.
    Optional<Double> read(String written) {
        try {
            String plain = Numeral.plain(written);
            return plain.isEmpty() || plain.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(plain))
                            .filter(this::fits)
                            .map(number -> number.movePointLeft(2).doubleValue());
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean fits(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(greatest)) <= 0
                && number.scale() <= DECIMALS;
    }
}
