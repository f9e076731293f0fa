package mainstay.accounts;

import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// How merging two accounts, or undoing it, ended.
sealed interface MergeDecision {

    record Merged(long merge, AccountCard survivor, AccountCard merged) implements MergeDecision {}

    /// @param survivor null where only withdrawn files knew it
    /// @param parted   the account that stands alone again; null likewise
    record Undone(
            Merge merge,
            @Nullable AccountCard survivor,
            @Nullable AccountCard parted) implements MergeDecision {}

    record Refused(Text why) implements MergeDecision {

        static Refused because(String key, Object... arguments) {
            return new Refused(new Text(key, List.of(arguments)));
        }
    }
}
