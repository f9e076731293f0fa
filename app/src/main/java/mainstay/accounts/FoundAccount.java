package mainstay.accounts;

import java.util.List;
import mainstay.accounts.search.Likeness;
import mainstay.accounts.search.Likeness.Reason;
import mainstay.accounts.search.Marks;
import org.jspecify.annotations.Nullable;

/// An account that a search found, and why.
///
/// @param likeness null for one that was not searched for, but looked at lately
/// @param figures  what is known of it at a glance and the reader may see
public record FoundAccount(
        long id,
        String code,
        String name,
        @Nullable String region,
        @Nullable String manager,
        boolean closed,
        @Nullable Likeness likeness,
        List<FoundFigure> figures) {

    FoundAccount because(Likeness reason) {
        return new FoundAccount(id, code, name, region, manager, closed, reason, figures);
    }

    FoundAccount with(List<FoundFigure> known) {
        return new FoundAccount(id, code, name, region, manager, closed, likeness, known);
    }

    public String path() {
        return AccountCard.pathOf(code);
    }

    public Marks markedName() {
        return likeness != null
                        && !likeness.reason().isCode()
                        && !likeness.reason().isElsewhere()
                ? likeness.marks()
                : Marks.none(name);
    }

    public Marks markedCode() {
        return likeness != null && likeness.reason().isCode() ? likeness.marks() : Marks.none(code);
    }

    /// What it was called when it answered, where that is neither its code nor its name of today.
    public @Nullable Marks elsewhere() {
        return likeness != null && likeness.reason().isElsewhere() ? likeness.marks() : null;
    }

    /// Key of the words that say why; null where the marks say it.
    public @Nullable String reasonKey() {
        Reason reason = likeness == null ? Reason.WORDS : likeness.reason();
        return switch (reason) {
            case PINYIN -> "search.pinyin";
            case INITIALS -> "search.initials";
            case OTHER_CODE -> "search.otherCode";
            case FORMER_NAME -> "search.formerName";
            case ALIKE -> "search.alike";
            case CODE, CODE_BEGINS, NAME, NAME_BEGINS, WORDS -> null;
        };
    }
}
