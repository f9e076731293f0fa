package mainstay.team.handover;

import java.util.List;
import mainstay.identity.Holdings.Held;
import mainstay.identity.User;
import org.jspecify.annotations.Nullable;

/// What somebody has, by kind, and what would be uncovered without that person.
///
/// @param protocols of what the person handed over before, the newest first
public record HandOver(User person, List<Kind> kinds, Uncovered uncovered, List<Protocol> protocols) {

    private static final int SHOWN = 50;

    /// All of one kind.
    ///
    /// @param heirs who may take it over
    public record Kind(String kind, List<Held> held, List<User> heirs) {

        public boolean needsHeir() {
            return held.stream().anyMatch(Held::needsHeir);
        }

        public List<Held> shown() {
            return held.stream().limit(SHOWN).toList();
        }

        public int more() {
            return Math.max(0, held.size() - SHOWN);
        }

        public String field() {
            return "heir-" + kind;
        }

        /// Message key of who may take it over.
        public String whoKey() {
            return "holding." + kind + ".heirs";
        }
    }

    /// What nobody would answer for any more.
    ///
    /// @param duties   of which the person is accountable
    /// @param accounts that have one of them, or that the person manages
    /// @param money    own sales of these accounts in twelve months; null where all are unknown
    public record Uncovered(
            long duties, long accounts, @Nullable Long money) {}

    public boolean isSettled() {
        return kinds.stream().allMatch(kind -> kind.held().isEmpty());
    }
}
