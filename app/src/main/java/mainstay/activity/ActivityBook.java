package mainstay.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/// Writes activities down. Nothing is deleted, and how it stood before is kept.
@Service
@Transactional
public class ActivityBook {

    private static final String OURS = "@mainstay";

    private final JdbcClient database;
    private final Activities activities;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    ActivityBook(JdbcClient database, Activities activities, Clock clock) {
        this.database = database;
        this.activities = activities;
        this.clock = clock;
    }

    /// Where an activity comes from.
    ///
    /// @param code `page`, `program`, `file` or `calendar`
    /// @param uid  by which the calendar it comes from knows it; null: it gets one of its own
    public record Origin(String code, @Nullable String uid, UUID submission) {}

    /// Days of some colleagues get no other activity until the transaction ends.
    public void hold(Collection<Long> users) {
        for (Long user : new TreeSet<>(users)) {
            database.sql("select pg_advisory_xact_lock(hashtext('activity.colleague'), hashint8(:user))::text")
                    .param("user", user)
                    .query()
                    .singleRow();
        }
    }

    /// A colleague for whom a day has not so many minutes left.
    public record Overfull(long user, LocalDate day) {}

    /// @param except activity that is to be counted as it is wanted, and not as it stands; null: none
    public Optional<Overfull> overfull(ActivityWish wish, @Nullable Long except) {
        if (wish.state() == ActivityState.CANCELLED) {
            return Optional.empty();
        }
        ZoneId zone = clock.getZone();
        return shares(wish, zone).entrySet().stream()
                .flatMap(share -> overfull(wish.users(), share.getKey(), share.getValue(), except, zone).stream())
                .findFirst();
    }

    private Optional<Overfull> overfull(
            List<Long> users, LocalDate day, long added, @Nullable Long except, ZoneId zone) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (added > (ends.getEpochSecond() - begins.getEpochSecond()) / 60) {
            return Optional.of(new Overfull(users.getFirst(), day));
        }
        return database.sql(
                        "select o from activity.overfull(:users, :first, :until, cast(:added as integer), cast(:except as bigint)) o limit 1")
                .param("users", users.toArray(Long[]::new))
                .param("first", Sql.timestamp(begins))
                .param("until", Sql.timestamp(ends))
                .param("added", added)
                .param("except", except)
                .query(Long.class)
                .optional()
                .map(user -> new Overfull(user, day));
    }

    /// How many of its minutes fall on which day; the way there counts to the day on which it begins.
    static Map<LocalDate, Long> shares(ActivityWish wish, ZoneId zone) {
        Map<LocalDate, Long> shares = new LinkedHashMap<>();
        ActivityMoment moment = wish.moment();
        shares.put(moment.onDay(), (long) wish.travelMinutes());
        if (moment.dayOnly()) {
            shares.merge(moment.onDay(), (long) wish.minutes(), Long::sum);
            return shares;
        }
        Instant at = moment.startsAt();
        Instant end = moment.end(wish.minutes());
        while (at.isBefore(end)) {
            LocalDate day = at.atZone(zone).toLocalDate();
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant until = midnight.isBefore(end) ? midnight : end;
            shares.merge(day, (until.getEpochSecond() - at.getEpochSecond()) / 60, Long::sum);
            at = until;
        }
        return shares;
    }

    /// @return nothing where it was written down before: by this form, or under the name that its calendar gives it
    public Optional<Long> add(ActivityWish wish, Origin origin) {
        Actor actor = Acting.actor();
        Instant now = clock.instant();
        String own = origin.uid();
        Optional<Long> id = bound(database.sql("""
                        insert into activity.activity (account_id, kind, internal, state, day_only, on_day, starts_at, minutes, travel_minutes,
                                                       subject, notes, user_ids, begun_by, uid, submission, source, recorded_by, recorded_by_id,
                                                       recorded_at, changed_by, changed_at)
                        values (:account, :kind, :internal, :state, :dayOnly, :onDay, :startsAt, :minutes, :travel, :subject, :notes, :users,
                                :begunBy, :uid, :submission, :source, :by, :byId, :now, :by, :now)
                        on conflict do nothing returning id
                        """), wish)
                .param("uid", own == null ? UUID.randomUUID() + OURS : own)
                .param("submission", origin.submission())
                .param("source", origin.code())
                .param("by", actor.name())
                .param("byId", actor.id())
                .param("now", Sql.timestamp(now))
                .query(Long.class)
                .optional();
        id.ifPresent(added -> surround(added, wish));
        return id;
    }

    /// To be asked only while it is held.
    public void change(Activity before, ActivityWish wish) {
        keep(before);
        int steps = isMoved(before, wish) ? 1 : 0;
        bound(database.sql("""
                        update activity.activity
                        set account_id = :account, kind = :kind, internal = :internal, state = :state, day_only = :dayOnly, on_day = :onDay,
                            starts_at = :startsAt, minutes = :minutes, travel_minutes = :travel, subject = :subject, notes = :notes,
                            user_ids = :users, begun_by = :begunBy, sequence = sequence + :steps, revision = revision + 1, changed_by = :by, changed_at = :now
                        where id = :id
                        """), wish)
                .param("steps", steps)
                .param("by", Acting.actor().name())
                .param("now", Sql.timestamp(clock.instant()))
                .param("id", before.id())
                .update();
        clear(before.id());
        surround(before.id(), wish);
    }

    private static boolean isMoved(Activity before, ActivityWish wish) {
        return !before.moment().equals(wish.moment())
                || before.minutes() != wish.minutes()
                || !before.subject().equals(wish.subject())
                || before.state() != wish.state();
    }

    public void cancel(Activity before, String reason) {
        end(before, ActivityState.CANCELLED, reason);
    }

    /// What was planned took place as planned.
    public void done(Activity before) {
        end(before, ActivityState.DONE, null);
    }

    private void end(Activity before, ActivityState state, @Nullable String reason) {
        keep(before);
        database.sql("""
                        update activity.activity
                        set state = :state, reason = :reason, sequence = sequence + 1, revision = revision + 1, changed_by = :by, changed_at = :now
                        where id = :id
                        """)
                .param("state", state.code())
                .param("reason", reason)
                .param("by", Acting.actor().name())
                .param("now", Sql.timestamp(clock.instant()))
                .param("id", before.id())
                .update();
    }

    private static StatementSpec bound(StatementSpec statement, ActivityWish wish) {
        return statement
                .param("account", wish.accountId())
                .param("kind", wish.kind().code())
                .param("internal", wish.kind().internal())
                .param("state", wish.state().code())
                .param("dayOnly", wish.moment().dayOnly())
                .param("onDay", wish.moment().onDay())
                .param("startsAt", Sql.timestamp(wish.moment().startsAt()))
                .param("minutes", wish.minutes())
                .param("travel", wish.travelMinutes())
                .param("subject", wish.subject())
                .param("notes", wish.notes())
                .param("begunBy", wish.begunBy())
                .param("users", wish.users().toArray(Long[]::new));
    }

    private void keep(Activity before) {
        database.sql("""
                        insert into activity.version (activity_id, account_id, booked_account_id, user_ids, revision, content, author, at)
                        select a.id, a.account_id, a.booked_account_id, a.user_ids, :revision, cast(:content as jsonb), :author, :at
                        from activity.activity a where a.id = :id
                        """)
                .param("id", before.id())
                .param("revision", before.revision())
                .param("content", json.writeValueAsString(before.content()))
                .param("author", before.changedBy())
                .param("at", Sql.timestamp(before.changedAt()))
                .update();
    }

    private void clear(long id) {
        database.sql("delete from activity.attendee where activity_id = :id")
                .param("id", id)
                .update();
        database.sql("update activity.mention set former = true where activity_id = :id and not former")
                .param("id", id)
                .update();
    }

    private void surround(long id, ActivityWish wish) {
        if (!wish.people().isEmpty()) {
            database.sql("insert into activity.attendee (activity_id, person_id) select :id, p from unnest(:people) p")
                    .param("id", id)
                    .param("people", wish.people().toArray(Long[]::new))
                    .update();
        }
        for (Mention mention : wish.mentions()) {
            database.sql("""
                            insert into activity.mention (activity_id, words, account_id, person_id) values (:id, :words, :account, :person)
                            """)
                    .param("id", id)
                    .param("words", mention.words())
                    .param("account", mention.accountId())
                    .param("person", mention.personId())
                    .update();
        }
    }

    /// Others of one colleague at the same time, to be warned of; what has no time lies beside nothing.
    @Transactional(readOnly = true)
    public List<Activity> beside(long user, Activity one) {
        return one.dayOnly() || one.isCancelled()
                ? List.of()
                : activities.beside(user, one.startsAt(), one.endsAt(), one.id());
    }
}
