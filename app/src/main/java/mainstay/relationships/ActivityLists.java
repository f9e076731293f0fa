package mainstay.relationships;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityFilter;
import mainstay.activity.ActivityKinds;
import mainstay.activity.ActivityState;
import mainstay.shared.Problem;
import mainstay.shared.web.CalendarDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of activities, page by page.
@Service
@Transactional(readOnly = true)
public class ActivityLists {

    private static final Pattern PLACE = Pattern.compile("([^_]+)_(\\d{1,18})");

    private final Activities activities;
    private final ActivityLines lines;
    private final ActivityKinds kinds;
    private final Colleagues colleagues;
    private final Accounts accounts;

    ActivityLists(
            Activities activities, ActivityLines lines, ActivityKinds kinds, Colleagues colleagues, Accounts accounts) {
        this.activities = activities;
        this.lines = lines;
        this.kinds = kinds;
        this.colleagues = colleagues;
        this.accounts = accounts;
    }

    /// A page.
    ///
    /// @param next where the next page begins; null on the last
    public record Listing(
            ActivityQuery query,
            List<ActivityLine> lines,
            ActivityFilter.Totals totals,
            @Nullable String next) {}

    public Listing page(ActivityQuery query, int size) {
        ActivityFilter filter = understood(query);
        List<Activity> found = activities.list(filter, place(query), size + 1);
        List<Activity> shown = found.stream().limit(size).toList();
        return new Listing(
                query, lines.of(shown), activities.totals(filter), found.size() > size ? place(shown.getLast()) : null);
    }

    /// All of them, as far as a file takes.
    public List<ActivityLine> all(ActivityQuery query, int most) {
        return lines.of(activities.list(understood(query), null, most));
    }

    private static String place(Activity last) {
        return last.startsAt() + "_" + last.id();
    }

    private static ActivityFilter.@Nullable Place place(ActivityQuery query) {
        if (query.of("after").isEmpty()) {
            return null;
        }
        Matcher place = PLACE.matcher(query.of("after"));
        try {
            if (place.matches()) {
                return new ActivityFilter.Place(
                        Instant.parse(Objects.requireNonNull(place.group(1))), Long.parseLong(place.group(2)));
            }
        } catch (DateTimeException unreadable) {
            // said below
        }
        throw new Problem.Invalid("activity.badFilter", query.of("after"));
    }

    private ActivityFilter understood(ActivityQuery query) {
        return new ActivityFilter(
                query.of("person").isEmpty() ? null : user(query.of("person")),
                query.of("account").isEmpty() ? null : account(query.of("account")),
                query.of("kind").isEmpty() ? null : kind(query.of("kind")),
                side(query.of("side")),
                query.of("state").isEmpty() ? null : state(query.of("state")),
                day(query.of("from")),
                day(query.of("until")));
    }

    private Long user(String name) {
        return Optional.ofNullable(colleagues.byNames(List.of(name)).get(name))
                .map(Colleague::id)
                .orElseThrow(() -> new Problem.Invalid("activity.badFilter", name));
    }

    private Long account(String code) {
        return accounts.byCode(code)
                .map(AccountCard::id)
                .orElseThrow(() -> new Problem.NotFound("account.unknown", code));
    }

    private String kind(String code) {
        return kinds.byCode(code)
                .map(kind -> kind.code())
                .orElseThrow(() -> new Problem.Invalid("activity.badFilter", code));
    }

    private static @Nullable Boolean side(String side) {
        return switch (side) {
            case "" -> null;
            case "internal" -> true;
            case "external" -> false;
            default -> throw new Problem.Invalid("activity.badFilter", side);
        };
    }

    private static ActivityState state(String code) {
        return ActivityState.parse(code).orElseThrow(() -> new Problem.Invalid("activity.badFilter", code));
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return written.isEmpty() ? null : CalendarDays.day(written);
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid("activity.badFilter", written);
        }
    }
}
