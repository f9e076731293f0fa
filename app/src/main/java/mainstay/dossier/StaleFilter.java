package mainstay.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import mainstay.portfolio.period.Address;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Which old facts the board shows.
///
/// @param part code of a part; empty for all
/// @param mine only of accounts that the reader looks after
/// @param page from 1
/// @param asOf the day at whose end it is looked; empty for today
public record StaleFilter(
        @Nullable String part,
        @Nullable Boolean mine,
        @Nullable Integer page,
        @Nullable String asOf) {

    private static final int FARTHEST = 100_000;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /// Refuses what no board can be made of.
    StaleFilter checked() {
        if (!chosen().isEmpty() && Part.parse(chosen()).isEmpty()) {
            throw new Problem.Invalid("archive.unreadable", "part", chosen());
        }
        if (shown() < 1 || shown() > FARTHEST) {
            throw new Problem.Invalid("archive.unreadable", "page", shown());
        }
        if (!asked().isEmpty() && day().isEmpty()) {
            throw new Problem.Invalid("archive.unreadable", "asOf", asked());
        }
        return this;
    }

    public String asked() {
        return asOf == null ? "" : asOf.strip();
    }

    /// Nothing where it is about today, or no day.
    Optional<LocalDate> day() {
        try {
            return asked().isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(asked())).filter(day -> !day.isBefore(FIRST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
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
        return chosen().isEmpty() && !isMine() && asked().isEmpty();
    }

    /// The same board at a page.
    public String at(int other) {
        return Address.of("/archive")
                .with("part", chosen().isEmpty() ? null : chosen())
                .with("mine", isMine() ? "true" : null)
                .with("asOf", asked().isEmpty() ? null : asked())
                .with("page", other == 1 ? null : other)
                .toString();
    }
}
