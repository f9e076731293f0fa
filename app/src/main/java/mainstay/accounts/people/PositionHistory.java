package mainstay.accounts.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.activity.Timeline.Entry;
import mainstay.activity.TimelineSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells who came to an account and who left it, from the positions themselves: so that the name of somebody who
/// was erased stands nowhere else.
@Component
@Transactional(readOnly = true)
class PositionHistory implements TimelineSource {

    private final Positions positions;

    PositionHistory(Positions positions) {
        this.positions = positions;
    }

    @Override
    public List<Entry> of(long accountId) {
        List<Entry> entries = new ArrayList<>();
        for (Positions.Told one : positions.told(accountId)) {
            String name = "\u2068" + one.name() + "\u2069";
            Map<String, String> detail = Map.of("name", name, "textFunction", JobFunction.keyOf(one.function()));
            entries.add(Entry.told(accountId, one.addedBy(), "personPlaced", detail, one.addedAt()));
            Instant ended = one.endedAt();
            if (ended != null) {
                entries.add(Entry.told(
                        accountId,
                        Objects.requireNonNullElse(one.endedBy(), ""),
                        "personLeft",
                        Map.of("name", name, "on", String.valueOf(one.untilOn())),
                        ended));
            }
        }
        return entries;
    }
}
