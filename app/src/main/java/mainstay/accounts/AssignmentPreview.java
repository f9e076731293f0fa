package mainstay.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an assignment would be about.
///
/// @param mark     changes when one of the accounts gets another manager, or others are meant
/// @param managers who looks after them now
/// @param sample   the first of them by name
public record AssignmentPreview(
        AccountSelection selection, long accounts, long mark, List<Now> managers, List<String> sample) {

    /// @param name null: nobody
    public record Now(@Nullable String name, long accounts) {}

    public long others() {
        return accounts - sample.size();
    }
}
