package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One account of a group on a day.
///
/// @param depth      0 for the top
/// @param holding    what the one above holds of it, in percent; null: unknown, or the top itself
/// @param from       since when it stands there; [LocalDate#MIN]: as long as anybody knows
/// @param until      until when; [LocalDate#MAX]: for good
/// @param controlled whether the top controls it through all that stand between
/// @param sales      its own; null where they are unknown or not for the reader
/// @param together   with all it controls
public record GroupMember(
        long id,
        String code,
        String name,
        int depth,
        @Nullable BigDecimal holding,
        LocalDate from,
        LocalDate until,
        boolean controlled,
        @Nullable Long sales,
        @Nullable Long together) {

    public String path() {
        return AccountCard.pathOf(code) + "/" + AccountPanels.GROUP;
    }

    public boolean hasBeginning() {
        return !from.equals(LocalDate.MIN);
    }

    public boolean hasEnd() {
        return !until.equals(LocalDate.MAX);
    }

    public boolean isHeldWithoutControl() {
        return holding != null && holding.compareTo(BigDecimal.valueOf(50)) <= 0;
    }
}
