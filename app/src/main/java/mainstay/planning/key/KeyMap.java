package mainstay.planning.key;

import java.util.Arrays;
import java.util.List;

/// Accounts down, keys across.
///
/// @param rows   of the page that is shown
/// @param pages  how many there are, at least one
/// @param all    accounts that are asked for
/// @param cut    whether there are more than are judged at once
public record KeyMap(KeyQuery query, List<AccountKeys> rows, int at, int pages, List<AccountKeys> all, boolean cut) {

    public long count(Key key, Mark mark) {
        return all.stream().filter(account -> account.at(key).mark() == mark).count();
    }

    /// The marks that some account has at a key.
    public List<Mark> marks(Key key) {
        return Arrays.stream(Mark.values()).filter(mark -> count(key, mark) > 0).toList();
    }

    public int accounts() {
        return all.size();
    }
}
