package mainstay.workbench.asked;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.workbench.Morning;
import mainstay.workbench.Today;
import mainstay.workbench.TodayDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Looks at everybody's list once a morning.
@Service
class Mornings {

    static final LocalTime FROM = LocalTime.of(5, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Mornings.class);

    private final TodayDesk desk;
    private final AskedEntries entries;
    private final UserDesk users;
    private final Clock clock;

    Mornings(TodayDesk desk, AskedEntries entries, UserDesk users, Clock clock) {
        this.desk = desk;
        this.entries = entries;
        this.users = users;
        this.clock = clock;
    }

    /// To be run as the application itself, as often as one likes.
    void look() {
        LocalDate day = LocalDate.now(clock);
        if (LocalTime.now(clock).isBefore(FROM) || !entries.begin(day)) {
            return;
        }
        users.all().stream().filter(User::isEnabled).forEach(user -> look(user, day));
        entries.endOfGone(day);
        entries.end(day);
    }

    /// A list that fails is left out today, so that those after it are looked at all the same.
    private void look(User user, LocalDate day) {
        try {
            keep(user, day);
        } catch (RuntimeException failed) {
            LOG.error("the list of user {} could not be looked at this morning", user.id(), failed);
        }
    }

    private void keep(User user, LocalDate day) {
        Morning morning = Acting.as(Actor.of(user), desk::morning);
        Today list = morning.list();
        List<AskedEntry> now = Stream.concat(
                        list.entries().stream().map(AskedEntry::waiting),
                        list.away().stream().map(AskedEntry::away))
                .toList();
        entries.keep(user.id(), day, now, morning.found());
    }
}
