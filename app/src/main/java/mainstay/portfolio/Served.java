package mainstay.portfolio;

/// What it cost to serve somebody, by what it was spent on, with four decimals.
///
/// @param orders     taking and handling them
/// @param lines      picking them
/// @param deliveries bringing them
/// @param capital    waiting for the money
public record Served(long orders, long lines, long deliveries, long capital) {
    public static final Served NOTHING = new Served(0, 0, 0, 0);

    public Served plus(Served other) {
        return new Served(
                orders + other.orders, lines + other.lines, deliveries + other.deliveries, capital + other.capital);
    }

    public long sum() {
        return orders + lines + deliveries + capital;
    }

    /// Without waiting for the money.
    public long work() {
        return orders + lines + deliveries;
    }
}
