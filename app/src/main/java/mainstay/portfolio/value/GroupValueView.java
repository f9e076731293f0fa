package mainstay.portfolio.value;

import java.util.List;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The value of a whole group on the page of the account that leads it.
///
/// @param counted which accounts of the group are counted
/// @param members of this page, the most valuable first
public record GroupValueView(List<Door> doors, Text counted, List<Member> members, Paging paging) {

    /// @param atRisk  of one that is probably gone it is lost
    /// @param leaving whether it shows a sign of leaving
    public record Member(
            String code,
            String name,
            String method,
            int repeats,
            @Nullable Double alive,
            @Nullable Long margin,
            @Nullable Long value,
            @Nullable Long atRisk,
            boolean leaving,
            boolean gone) {

        public Text chance() {
            return Chance.of(alive, method, repeats);
        }

        /// On how many days it bought, where these are too few for its figures to be known well.
        public @Nullable Integer fewDays() {
            return ShortHistory.is(method, repeats) ? (Integer) (repeats + 1) : null;
        }

        public @Nullable Long saveable() {
            return gone ? null : atRisk;
        }

        public @Nullable Long lost() {
            return gone ? atRisk : null;
        }
    }
}
