package mainstay.workbench.asked;

import java.time.LocalDate;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.Today.Away;
import org.jspecify.annotations.Nullable;

/// An entry of somebody's list as it stood this morning.
///
/// @param state `waiting`, `done`, `putOff` or `handedOn`
record AskedEntry(
        String rule,
        String subject,
        int urgency,
        @Nullable Long money,
        @Nullable LocalDate since,
        String state) {

    static AskedEntry waiting(Work work) {
        return of(work, "waiting");
    }

    static AskedEntry away(Away away) {
        String state =
                away.state().handedTo() != null ? "handedOn" : away.state().snoozedUntil() != null ? "putOff" : "done";
        return of(away.work(), state);
    }

    private static AskedEntry of(Work work, String state) {
        return new AskedEntry(work.rule(), work.subject(), work.urgency(), work.money(), work.since(), state);
    }

    @Nullable
    String answer() {
        return state.equals("waiting") ? null : state;
    }
}
