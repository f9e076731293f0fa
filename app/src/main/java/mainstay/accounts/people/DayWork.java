package mainstay.accounts.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Birthdays and other days of people at the reader's own accounts, a week ahead.
@Component
@Transactional(readOnly = true)
class DayWork implements WorkSource {

    private static final int DAYS = 7;
    private static final int MOST = 20;

    private final People people;
    private final Clock clock;

    DayWork(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("person-day");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.KAM, Role.DIRECTOR)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<MonthDay> days = today.minusDays(1)
                .datesUntil(today.plusDays(DAYS + 2L))
                .map(MonthDay::from)
                .toList();
        return people.coming(days).stream()
                .filter(one -> !one.day().next(today).isAfter(today.plusDays(DAYS)))
                .sorted(Comparator.comparing(one -> one.day().next(today)))
                .limit(COUNTED + 1)
                .map(one -> work(one, today))
                .toList();
    }

    private static Work work(People.Coming one, LocalDate today) {
        LocalDate next = one.day().next(today);
        return Work.of(
                "person-day",
                one.person() + "/" + one.day().kind() + "/" + next,
                Person.pathOf(one.person()),
                "work.day." + one.day().kind(),
                List.of("\u2068" + one.name() + "\u2069"),
                "work.day.reason",
                List.of(next, one.accounts()),
                null,
                next.equals(today) ? 3 : 2,
                null);
    }
}
