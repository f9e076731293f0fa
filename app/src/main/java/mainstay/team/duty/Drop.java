package mainstay.team.duty;

import java.time.LocalDate;
import mainstay.shared.DroppedWork.Dropped;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Something that nobody moves, as it was observed.
///
/// @param account name of the account; null where it is about none, or one that the reader does not see
/// @param money   sales in twelve months, of the head of a group those of the group; null where unknown
public record Drop(
        Dropped left, @Nullable String account, @Nullable Long money) {

    public String why() {
        return left.why();
    }

    public Text what() {
        return left.what();
    }

    public String path() {
        return left.path();
    }

    public @Nullable String code() {
        return account == null ? null : left.code();
    }

    public LocalDate since() {
        return left.since();
    }

    public long passed() {
        return left.passed();
    }
}
