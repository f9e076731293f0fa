package mainstay.identity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers who signed in, when and from where, as a filter asks for it.
@Service
@Transactional(readOnly = true)
class SignInReports {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 2_000;
    private static final int FARTHEST = 100_000;

    private final SignInLog log;
    private final SignInRules rules;
    private final Users users;
    private final Clock clock;

    SignInReports(SignInLog log, SignInRules rules, Users users, Clock clock) {
        this.log = log;
        this.rules = rules;
        this.users = users;
        this.clock = clock;
    }

    SignInReport report(SignInFilter filter) {
        if (filter.shown() < 1 || filter.shown() > FARTHEST) {
            throw new Problem.Invalid("signIns.badPage", filter.shown());
        }
        SignInWish wish = wish(filter);
        long count = log.count(wish);
        return new SignInReport(
                filter,
                count,
                Math.toIntExact((count + PAGE - 1) / PAGE),
                log.page(wish, PAGE, (filter.shown() - 1) * PAGE),
                users.all(),
                rules.rules());
    }

    /// All pages, the newest first.
    void each(SignInFilter filter, Consumer<SignInEntry> reader) {
        SignInWish wish = wish(filter);
        List<SignInEntry> some;
        int from = 0;
        do {
            some = log.page(wish, AT_ONCE, from);
            some.forEach(reader);
            from += some.size();
        } while (some.size() == AT_ONCE);
    }

    private SignInWish wish(SignInFilter filter) {
        LocalDate last = day(filter.of("until"));
        return new SignInWish(
                user(filter.of("user")),
                way(filter.of("way")),
                ended(filter.of("result")),
                begin(day(filter.of("from"))),
                begin(last == null ? null : last.plusDays(1)));
    }

    private @Nullable Long user(String name) {
        return name.isEmpty()
                ? null
                : (Long) users.byName(name)
                        .orElseThrow(() -> new Problem.NotFound("user.unknown"))
                        .id();
    }

    private static @Nullable SignInWay way(String code) {
        return code.isEmpty()
                ? null
                : SignInWay.parse(code).orElseThrow(() -> new Problem.Invalid("signIns.badChoice", code));
    }

    private static @Nullable Boolean ended(String result) {
        return switch (result) {
            case "" -> null;
            case "signedIn" -> Boolean.TRUE;
            case "refused" -> Boolean.FALSE;
            default -> throw new Problem.Invalid("signIns.badChoice", result);
        };
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
                throw new Problem.Invalid("signIns.badDay", text);
            }
            return day;
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid("signIns.badDay", text);
        }
    }
}
