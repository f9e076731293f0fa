package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That an account stood under another for some time.
///
/// @param other the one at the other end: the parent in the history of an account, the child in that of a parent
public record GroupTie(String code, String other, @Nullable BigDecimal holding, LocalDate from, LocalDate until) {

    public String path() {
        return AccountCard.pathOf(code) + "/" + AccountPanels.GROUP;
    }

    public boolean hasBeginning() {
        return !from.equals(LocalDate.MIN);
    }

    public boolean hasEnd() {
        return !until.equals(LocalDate.MAX);
    }
}
