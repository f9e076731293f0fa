package mainstay.dossier.exchange;

import java.util.Locale;
import mainstay.dossier.Part;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Which facts are taken along, and how; everything where nothing is said.
///
/// @param format  `csv` or `xlsx`
/// @param part    code of a part
/// @param region  of the accounts
/// @param account code of one account
public record ExportWish(
        @Nullable String format,
        @Nullable String part,
        @Nullable String region,
        @Nullable String account) {

    ExportWish checked() {
        if (!form().equals("csv") && !form().equals("xlsx")) {
            throw new Problem.Invalid("lists.badFormat", form());
        }
        if (wanted(part) != null && Part.parse(String.valueOf(wanted(part))).isEmpty()) {
            throw new Problem.Invalid("archive.unreadable", "part", String.valueOf(part));
        }
        return this;
    }

    String form() {
        return format == null || format.isBlank() ? "csv" : format.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String wanted(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
