package mainstay.shared;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Work that somebody has and nobody moves, told by whoever keeps it. The board of coverage adds what the
/// account is worth.
public interface DroppedWork {

    /// As far as the signed-in person may see it.
    List<Dropped> dropped();

    /// @param why    `bounced`, `untouched` or `unanswered`
    /// @param what   told in its place, without anything that belongs to one list alone
    /// @param path   page on which it is taken up
    /// @param code   of the account; null where it is about none
    /// @param passed how often it was handed on
    record Dropped(
            String why, Text what, String path, @Nullable String code, LocalDate since, long passed) {}
}
