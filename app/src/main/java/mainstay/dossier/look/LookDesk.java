package mainstay.dossier.look;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers who has seen an account, and what a person has seen.
@Service
@Transactional(readOnly = true)
class LookDesk {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 2_000;
    private static final int FARTHEST = 100_000;

    private final Looks looks;
    private final Seals seals;
    private final Accounts accounts;
    private final UserDesk users;
    private final Clock clock;

    LookDesk(Looks looks, Seals seals, Accounts accounts, UserDesk users, Clock clock) {
        this.looks = looks;
        this.seals = seals;
        this.accounts = accounts;
        this.users = users;
        this.clock = clock;
    }

    /// Without an account and a person: what the reader has seen.
    LookReport report(LookFilter filter) {
        if (filter.shown() < 1 || filter.shown() > FARTHEST) {
            throw new Problem.Invalid("archive.unreadable", "page", filter.shown());
        }
        LookWish wish = wish(filter);
        long count = looks.count(wish);
        return new LookReport(
                filter,
                count,
                Math.toIntExact((count + PAGE - 1) / PAGE),
                looks.page(wish, PAGE, (filter.shown() - 1) * PAGE),
                people(),
                seals.chain());
    }

    /// All pages, the newest first.
    void each(LookFilter filter, Consumer<Seen> reader) {
        LookWish wish = wish(filter);
        List<Seen> some;
        int from = 0;
        do {
            some = looks.page(wish, AT_ONCE, from);
            some.forEach(reader);
            from += some.size();
        } while (some.size() == AT_ONCE);
    }

    private List<User> people() {
        Long me = Acting.actor().id();
        return users.all().stream()
                .filter(user -> asksForAnybody() || Objects.equals(user.id(), me))
                .toList();
    }

    private static boolean asksForAnybody() {
        return Acting.actor().is(Role.DIRECTOR, Role.ADMINISTRATOR);
    }

    private LookWish wish(LookFilter filter) {
        Long account = filter.of("account").isEmpty() ? null : account(filter.of("account"));
        Long user = user(filter.of("user"), account);
        LocalDate first = day(filter.of("from"));
        LocalDate last = day(filter.of("until"));
        if (first != null && last != null && last.isBefore(first)) {
            throw new Problem.Invalid("look.badOrder", filter.of("from"), filter.of("until"));
        }
        return new LookWish(account, user, begin(first), begin(last == null ? null : last.plusDays(1)));
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid("look.badDay", text);
        }
    }

    private long account(String code) {
        long id = accounts.byCode(code)
                .or(() -> accounts.numberOf(code).flatMap(accounts::byId))
                .orElseThrow(() -> new Problem.NotFound("account.unknown", code))
                .id();
        if (!asksForAnybody() && looks.level(id) < Level.FULL.number()) {
            throw new Problem.Forbidden("look.notAnswering");
        }
        return id;
    }

    private @Nullable Long user(String name, @Nullable Long account) {
        Actor me = Acting.actor();
        if (name.isEmpty()) {
            return account == null ? Objects.requireNonNullElse(me.id(), 0L) : null;
        }
        long found = users.byName(name)
                .orElseThrow(() -> new Problem.NotFound("look.unknownPerson", name))
                .id();
        if (account == null && !asksForAnybody() && !Objects.equals(me.id(), found)) {
            throw new Problem.Forbidden("look.notYours");
        }
        return found;
    }
}
