package mainstay.dossier;

import java.util.Optional;
import mainstay.portfolio.period.Address;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Which old facts the board shows.
///
/// @param part code of a part; empty for all
/// @param mine only of accounts that the reader looks after
/// @param page from 1
public record StaleFilter(
        @Nullable String part,
        @Nullable Boolean mine,
        @Nullable Integer page) {

    private static final int FARTHEST = 100_000;

    /// Refuses what no board can be made of.
    StaleFilter checked() {
        if (!chosen().isEmpty() && Part.parse(chosen()).isEmpty()) {
            throw new Problem.Invalid("archive.unreadable", "part", chosen());
        }
        if (shown() < 1 || shown() > FARTHEST) {
            throw new Problem.Invalid("archive.unreadable", "page", shown());
        }
        return this;
    }

    public String chosen() {
        return part == null ? "" : part.strip();
    }

    Optional<Part> wanted() {
        return Part.parse(chosen());
    }

    public boolean isMine() {
        return Boolean.TRUE.equals(mine);
    }

    public int shown() {
        return page == null ? 1 : page;
    }

    public boolean isEmpty() {
        return chosen().isEmpty() && !isMine();
    }

    /// The same board at a page.
    public String at(int other) {
        return Address.of("/archive")
                .with("part", chosen().isEmpty() ? null : chosen())
                .with("mine", isMine() ? "true" : null)
                .with("page", other == 1 ? null : other)
                .toString();
    }
}
