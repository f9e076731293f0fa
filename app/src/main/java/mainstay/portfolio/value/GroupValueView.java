package mainstay.portfolio.value;

import java.util.List;
import mainstay.shared.web.Door;
import org.jspecify.annotations.Nullable;

/// The value of a whole group on the page of the account that leads it.
///
/// @param members the most valuable first, at most as many as a page bears
/// @param inAll   how many there are
public record GroupValueView(List<Door> doors, List<Member> members, int inAll) {
    static final int MOST = 50;

    /// @param atRisk null without a sign of leaving, or with an account that is probably gone
    public record Member(
            String code,
            String name,
            @Nullable Double alive,
            @Nullable Long margin,
            @Nullable Long value,
            @Nullable Long atRisk) {}
}
