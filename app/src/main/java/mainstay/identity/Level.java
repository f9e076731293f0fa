package mainstay.identity;

import java.util.Arrays;

/// How much of an account may be seen; each level holds the ones before it.
public enum Level {
    NONE(0),
    /// name, codes, group, manager, stars
    CARD(1),
    /// sales, receivables, rating
    BUSINESS(2),
    /// everything about the business relation
    FULL(3),
    /// the personal group of the archive
    PERSONAL(4);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /// As the policies of the database count.
    public int number() {
        return number;
    }

    /// @throws IllegalArgumentException where no level has this number
    public static Level of(int number) {
        return Arrays.stream(values())
                .filter(level -> level.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(number + " is no level"));
    }
}
