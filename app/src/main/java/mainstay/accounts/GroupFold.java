package mainstay.accounts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Which members of a large group a page shows: the first, and where the account itself stands; all of them, or
/// those that somebody looks for, on demand.
///
/// @param find part of a name or code; empty: nobody looks for anything
public record GroupFold(String find, boolean all) {

    static final int FIRST = 20;
    private static final int MOST = 300;

    public GroupFold {
        find = find.strip();
    }

    static GroupFold none() {
        return new GroupFold("", false);
    }

    public boolean isLooking() {
        return !find.isEmpty();
    }

    /// Whether a group is large enough to look for somebody in it.
    public boolean isWorthwhile(GroupView view) {
        return view.members().size() > FIRST;
    }

    /// Whether more can be shown at once than are.
    public boolean canUnfold(GroupView view) {
        return !all && isWorthwhile(view);
    }

    /// As many as can be shown at once.
    public int most(GroupView view) {
        return Math.min(MOST, view.members().size());
    }

    /// How many are shown, or answer to what somebody looks for, shown or not.
    public long counted(GroupView view, int shown) {
        String wanted = find.toLowerCase(Locale.ROOT);
        return isLooking()
                ? view.members().stream()
                        .filter(member -> isMeant(member, wanted))
                        .count()
                : shown;
    }

    public List<GroupMember> of(GroupView view, long account) {
        List<GroupMember> members = view.members();
        if (isLooking()) {
            String wanted = find.toLowerCase(Locale.ROOT);
            return members.stream()
                    .filter(member -> isMeant(member, wanted))
                    .limit(MOST)
                    .toList();
        }
        BitSet shown = new BitSet();
        shown.set(0, Math.min(members.size(), all ? MOST : FIRST));
        wayTo(account, members, shown);
        return shown.stream().mapToObj(members::get).toList();
    }

    private static boolean isMeant(GroupMember member, String wanted) {
        return member.name().toLowerCase(Locale.ROOT).contains(wanted)
                || member.code().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// The account and all above it.
    private static void wayTo(long account, List<GroupMember> members, BitSet shown) {
        List<Integer> way = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            int depth = members.get(i).depth();
            way.removeIf(place -> members.get(place).depth() >= depth);
            way.add(i);
            if (members.get(i).id() == account) {
                way.forEach(shown::set);
                return;
            }
        }
    }
}
