package mainstay.relationships.depth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.identity.Level;
import mainstay.relationships.depth.Depths.Watched;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells how deep contacts go, to those who see the business of the account.
@Service
@Transactional(readOnly = true)
public class DepthDesk {

    private static final int MONTHS = 12;

    private final Depths depths;
    private final Clock clock;

    DepthDesk(Depths depths, Clock clock) {
        this.depths = depths;
        this.clock = clock;
    }

    public Depth of(AccountCard account) {
        if (depths.level(account.id()) < Level.BUSINESS.number()) {
            throw new Problem.Forbidden("depth.notYours");
        }
        LocalDate until = LocalDate.now(clock);
        LocalDate from = until.minusMonths(MONTHS).plusDays(1);
        Touches touches = Objects.requireNonNullElse(
                depths.of(List.of(account.id()), from, until).get(account.id()), Touches.NONE);
        Names names = names(List.of(touches));
        return names.depth(from, until, touches);
    }

    /// Names of everybody in some contacts.
    private record Names(Map<Long, Depth.Own> colleagues, Map<Long, String> people) {

        Depth depth(LocalDate from, LocalDate until, Touches touches) {
            return new Depth(from, until, touches, Ladder.climb(touches), colleagues, people);
        }
    }

    private Names names(Collection<Touches> all) {
        return new Names(
                depths.colleagues(all.stream()
                        .flatMap(touches -> touches.ours().stream())
                        .map(Touches.Colleague::id)
                        .distinct()
                        .toList()),
                depths.people(all.stream()
                        .flatMap(touches -> touches.theirs().stream())
                        .map(Touches.Counterpart::id)
                        .distinct()
                        .toList()));
    }

    /// @param sort one of [KeyDepths#SORTS]; the least deep first where it is none
    /// @param flag code of a [Flag]; all accounts where it is none
    public KeyDepths ofKeyAccounts(String sort, String flag) {
        LocalDate until = LocalDate.now(clock);
        LocalDate from = until.minusMonths(MONTHS).plusDays(1);
        List<Watched> watched = depths.watched();
        Map<Long, Touches> touches = depths.of(watched.stream().map(Watched::id).toList(), from, until);
        Names names = names(touches.values());
        List<KeyDepths.Row> rows = watched.stream()
                .map(one -> new KeyDepths.Row(
                        one.code(),
                        one.name(),
                        one.manager(),
                        names.depth(from, until, touches.getOrDefault(one.id(), Touches.NONE))))
                .toList();
        Map<Rung, Long> rungs = new EnumMap<>(Rung.class);
        Map<Flag, Long> flags = new EnumMap<>(Flag.class);
        rows.forEach(row -> {
            rungs.merge(row.depth().rung(), 1L, Long::sum);
            row.depth().flags().forEach(one -> flags.merge(one, 1L, Long::sum));
        });
        String wanted = Flag.parse(flag).map(Flag::code).orElse("");
        String order = KeyDepths.SORTS.contains(sort) ? sort : "depth";
        List<KeyDepths.Row> shown = rows.stream()
                .filter(row -> Flag.parse(flag)
                        .map(one -> row.depth().flags().contains(one))
                        .orElse(true))
                .sorted(order(order))
                .toList();
        return new KeyDepths(order, wanted, rungs, flags, shown);
    }

    private static Comparator<KeyDepths.Row> order(String sort) {
        Comparator<KeyDepths.Row> byContacts =
                Comparator.comparingLong(row -> row.depth().touches().contacts());
        Comparator<KeyDepths.Row> byName = Comparator.comparing(KeyDepths.Row::name);
        return switch (sort) {
            case "contacts" -> byContacts.thenComparing(byName);
            case "name" -> byName.thenComparing(KeyDepths.Row::code);
            default ->
                Comparator.comparing((KeyDepths.Row row) -> row.depth().rung())
                        .thenComparing(byContacts)
                        .thenComparing(KeyDepths.Row::code);
        };
    }
}
