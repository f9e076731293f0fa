package mainstay.dossier.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import mainstay.dossier.Part;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Which facts are taken along, and how; everything where nothing is said.
///
/// @param format  `csv` or `xlsx`
/// @param part    code of a part
/// @param region  of the accounts
/// @param account code of one account
/// @param asOf    the day at whose end it is looked; empty for today
public record ExportWish(
        @Nullable String format,
        @Nullable String part,
        @Nullable String region,
        @Nullable String account,
        @Nullable String asOf) {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    ExportWish checked() {
        if (!form().equals("csv") && !form().equals("xlsx")) {
            throw new Problem.Invalid("lists.badFormat", form());
        }
        if (wanted(part) != null && Part.parse(String.valueOf(wanted(part))).isEmpty()) {
            throw new Problem.Invalid("archive.unreadable", "part", String.valueOf(part));
        }
        if (wanted(asOf) != null && day().isEmpty()) {
            throw new Problem.Invalid("archive.unreadable", "asOf", String.valueOf(asOf));
        }
        return this;
    }

    /// Nothing where it is about today, or no day.
    Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(wanted(asOf)).map(LocalDate::parse).filter(day -> !day.isBefore(FIRST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    String form() {
        return format == null || format.isBlank() ? "csv" : format.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String wanted(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
