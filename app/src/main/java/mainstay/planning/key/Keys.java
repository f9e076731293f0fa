package mainstay.planning.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mainstay.planning.PlanningPeople;
import mainstay.planning.PlanningPeople.Colleague;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The eight keys of accounts, judged by what the reader may see.
@Service
@Transactional(readOnly = true)
public class Keys {

    static final int PAGE = 40;

    /// As many as are judged at once for a page, those with the most money.
    static final int MOST = 5_000;

    private static final Comparator<AccountKeys> MONEY = Comparator.comparing(
            (AccountKeys account) -> account.money() == null ? Long.MIN_VALUE : account.money(),
            Comparator.reverseOrder());
    private static final Comparator<AccountKeys> OPEN = Comparator.comparingLong(AccountKeys::notGreen)
            .thenComparingLong(account -> account.count(Mark.RED))
            .reversed()
            .thenComparing(MONEY);

    private final KeyReadings readings;
    private final PlanningPeople people;
    private final Clock clock;

    Keys(KeyReadings readings, PlanningPeople people, Clock clock) {
        this.readings = readings;
        this.people = people;
        this.clock = clock;
    }

    /// Nothing where the reader does not see the account.
    public Optional<AccountKeys> of(long account) {
        LocalDate today = LocalDate.now(clock);
        return readings.of(account).map(figures -> AccountKeys.of(figures, today));
    }

    /// For files: however many there are.
    List<AccountKeys> all(KeyQuery query) {
        return found(query, Integer.MAX_VALUE - 1).rows();
    }

    /// @param cut whether there are more accounts to look at than are looked at
    private record Found(List<AccountKeys> rows, boolean cut) {}

    private Found found(KeyQuery query, int most) {
        LocalDate today = LocalDate.now(clock);
        List<KeyFigures> watched = readings.watched(manager(query), query.chosenStars(), most + 1);
        List<AccountKeys> rows = watched.stream()
                .limit(most)
                .map(figures -> AccountKeys.of(figures, today))
                .filter(query::lets)
                .sorted((query.isByMoney() ? MONEY : OPEN).thenComparing(AccountKeys::code))
                .toList();
        return new Found(rows, watched.size() > most);
    }

    /// Nobody of a name that is not known manages anything.
    private @Nullable Long manager(KeyQuery query) {
        String name = query.chosenManager();
        return name.equals(KeyQuery.ALL)
                ? null
                : people.byName(name).map(Colleague::id).orElse(-1L);
    }

    KeyMap page(KeyQuery query) {
        Found found = found(query, MOST);
        List<AccountKeys> all = found.rows();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int at = Math.min(query.at(), pages);
        List<AccountKeys> rows =
                all.stream().skip((long) (at - 1) * PAGE).limit(PAGE).toList();
        return new KeyMap(query, rows, at, pages, all, found.cut());
    }
}
