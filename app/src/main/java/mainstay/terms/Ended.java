package mainstay.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;

/// Who ended an agreement before its last day, and why.
public record Ended(LocalDate on, String by, String reason) {

    /// Null where nobody did.
    public static @Nullable Ended of(ResultSet row) throws SQLException {
        LocalDate on = Sql.date(row, "ended_on");
        String by = row.getString("ended_by");
        String reason = row.getString("ended_for");
        return on == null || by == null || reason == null ? null : new Ended(on, by, reason);
    }
}
