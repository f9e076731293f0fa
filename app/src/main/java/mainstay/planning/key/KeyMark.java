package mainstay.planning.key;

import java.util.List;

/// How one key of an account stands, and by what.
///
/// @param checks what was asked, at least one
public record KeyMark(Key key, Mark mark, List<KeyCheck> checks) {

    static KeyMark of(Key key, List<KeyCheck> checks) {
        return new KeyMark(key, Mark.gravest(checks.stream().map(KeyCheck::mark).toList()), checks);
    }

    /// What decided.
    public KeyCheck decisive() {
        return checks.stream().filter(check -> check.mark() == mark).findFirst().orElseThrow();
    }

    /// All that is to be done until it is green.
    public List<KeyCheck> toDo() {
        return mark == Mark.HIDDEN
                ? List.of()
                : checks.stream().filter(check -> check.mark().asks()).toList();
    }
}
