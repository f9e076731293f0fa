package mainstay.relationships;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityFilter;
import mainstay.activity.ActivityKind;
import mainstay.activity.ActivityKinds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How much we are in touch with one account.
@Service
@Transactional(readOnly = true)
public class AccountActivities {

    private static final int SHOWN = 30;
    private static final int MONTHS = 12;

    private final Activities activities;
    private final ActivityLines lines;
    private final ActivityKinds kinds;
    private final Clock clock;

    AccountActivities(Activities activities, ActivityLines lines, ActivityKinds kinds, Clock clock) {
        this.activities = activities;
        this.lines = lines;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// @param last     the latest that was done with the customer; null: none
    /// @param daysAgo  days since then
    /// @param next     the next that is planned; null: none
    /// @param from     first of the days of the hours; they end today
    /// @param parts    by kind, the most first; kinds without a minute are left out
    /// @param latest   the latest ones, whatever became of them
    public record Touch(
            @Nullable Activity last,
            @Nullable Long daysAgo,
            @Nullable Activity next,
            LocalDate from,
            LocalDate today,
            long minutes,
            List<Part> parts,
            List<ActivityLine> latest) {}

    /// @param share of all minutes
    public record Part(ActivityKind kind, long minutes, double share) {}

    public Touch of(long account) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.minusMonths(MONTHS).plusDays(1);
        Activity last = activities.lastContact(account).orElse(null);
        Map<String, Long> minutes = activities.minutes(account, from, today);
        long all = minutes.values().stream().mapToLong(Long::longValue).sum();
        List<Part> parts = kinds.all().stream()
                .filter(kind -> minutes.getOrDefault(kind.code(), 0L) > 0)
                .map(kind -> part(kind, minutes.getOrDefault(kind.code(), 0L), all))
                .sorted((one, other) -> Long.compare(other.minutes(), one.minutes()))
                .toList();
        return new Touch(
                last,
                last == null ? null : ChronoUnit.DAYS.between(last.onDay(), today),
                activities.nextPlanned(account, today).orElse(null),
                from,
                today,
                all,
                parts,
                lines.of(activities.list(ActivityFilter.ofAccount(account), null, SHOWN)));
    }

    private static Part part(ActivityKind kind, long minutes, long all) {
        return new Part(kind, minutes, (double) minutes / all);
    }
}
