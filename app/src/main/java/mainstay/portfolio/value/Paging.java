package mainstay.portfolio.value;

import java.util.List;
import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Which page of a list is shown.
///
/// @param number from 1 on
/// @param inAll  how many rows there are on all pages
/// @param at     the list, as it can be sent, without a page
/// @param place  of the list on its page, as an address has it behind #
/// @param name   of the number in an address
public record Paging(int number, int inAll, Address at, String place, String name) {
    static final int SHOWN = 50;

    private static final int LAST = 1_000_000;

    Paging(int number, int inAll, Address at, String place) {
        this(number, inAll, at, place, "page");
    }

    /// @param asked null for the first
    public static int number(@Nullable Integer asked) {
        return asked == null ? 1 : Math.clamp(asked, 1, LAST);
    }

    /// Rows before those of a page.
    static long skipped(int number) {
        return (long) (number - 1) * SHOWN;
    }

    /// The rows of this page.
    public <T> List<T> of(List<T> all) {
        return all.stream().skip(skipped(number)).limit(SHOWN).toList();
    }

    public long first() {
        return Math.min(inAll, skipped(number) + 1);
    }

    public long last() {
        return Math.min(inAll, skipped(number) + SHOWN);
    }

    public boolean isPart() {
        return inAll > SHOWN;
    }

    public @Nullable String before() {
        return number > 1 ? page(number - 1) : null;
    }

    public @Nullable String next() {
        return last() < inAll ? page(number + 1) : null;
    }

    private String page(int other) {
        return at.with(name, other == 1 ? null : other) + place;
    }
}
