package mainstay.dossier.exchange;

import java.util.List;
import mainstay.dossier.FactForm;
import mainstay.dossier.Field;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A row that was looked at.
///
/// @param account number of its account; 0 where there is none
/// @param field   null where there is none
/// @param wish    null where the row is bad
/// @param reasons why it is bad
public record Checked(
        SentFact sent,
        State state,
        long account,
        @Nullable Field field,
        FactForm.@Nullable Wish wish,
        List<Text> reasons) {

    public enum State {
        /// It will stand in its field.
        NEW,
        /// It goes into the history, behind something observed later.
        LATE,
        /// The archive holds this very observation already.
        KNOWN,
        BAD
    }

    static Checked bad(SentFact sent, Text... reasons) {
        return new Checked(sent, State.BAD, 0, null, null, List.of(reasons));
    }
}
