package mainstay.portfolio;

import org.jspecify.annotations.Nullable;

/// What somebody cost besides the goods, by what it was spent on, with four decimals.
///
/// @param orders         taking and handling them
/// @param lines          picking them
/// @param deliveries     bringing them
/// @param capital        waiting for the money
/// @param rebates        paid out afterwards, as far as they are known
/// @param unknownRebates how many accounts have a rebate that is not known
public record Served(long orders, long lines, long deliveries, long capital, long rebates, int unknownRebates) {
    public static final Served NOTHING = new Served(0, 0, 0, 0);

    public Served(long orders, long lines, long deliveries, long capital) {
        this(orders, lines, deliveries, capital, 0, 0);
    }

    public static Served ofRebates(long rebates, int unknown) {
        return new Served(0, 0, 0, 0, rebates, unknown);
    }

    public Served plus(Served other) {
        return new Served(
                orders + other.orders,
                lines + other.lines,
                deliveries + other.deliveries,
                capital + other.capital,
                rebates + other.rebates,
                unknownRebates + other.unknownRebates);
    }

    /// All that the profit bears.
    public long sum() {
        return toServe() + rebates;
    }

    /// Of several what is known; null where nothing is.
    public @Nullable Long knownRebates() {
        return unknownRebates > 0 && rebates == 0 ? null : Long.valueOf(rebates);
    }

    public long toServe() {
        return work() + capital;
    }

    /// Without waiting for the money.
    public long work() {
        return orders + lines + deliveries;
    }
}
