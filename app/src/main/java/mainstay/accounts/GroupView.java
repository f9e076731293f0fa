package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The group of an account on a day, from its top down.
///
/// @param on       the day
/// @param unseen   whether this account stands under one that the reader may not see
/// @param members  each behind the one it stands under
/// @param salesTo  last day of the twelve months of sales; null where there are none or the reader may see none
/// @param parents  of this account through time, the newest first
/// @param children of this account through time, the newest first
/// @param byHand   whether people said where this account stands, so that files have no say
public record GroupView(
        LocalDate on,
        boolean unseen,
        List<GroupMember> members,
        @Nullable LocalDate salesTo,
        List<GroupTie> parents,
        List<GroupTie> children,
        boolean byHand) {

    public boolean isAlone() {
        return members.size() == 1;
    }

    public boolean stands(long account) {
        return members.stream().anyMatch(member -> member.id() == account && member.depth() > 0);
    }

    /// Members that came or went on a known day: those that always stood there are in the tree.
    public List<GroupTie> changedChildren() {
        return children.stream()
                .filter(tie -> tie.hasBeginning() || tie.hasEnd())
                .toList();
    }

    /// With everything the top controls.
    public @Nullable Long together() {
        return members.isEmpty() ? null : members.getFirst().together();
    }
}
