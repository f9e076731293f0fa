package mainstay.activity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/// Reads activities as far as the reader may see them.
@Service
@Transactional(readOnly = true)
public class Activities {

    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};
    private static final String COLUMNS = """
            select a.id, a.account_id, a.kind, a.internal, a.state, a.day_only, a.on_day, a.starts_at, a.minutes, a.travel_minutes, a.subject,
                   a.notes, a.uid, a.sequence, a.revision, a.reason, a.begun_by, a.recorded_by, a.recorded_by_id, a.recorded_at, a.changed_by,
                   a.changed_at, a.user_ids,
                   array(select distinct t.person_id from activity.attendee t where t.activity_id = a.id order by 1) as people,
                   array(select m.words from activity.mention m where m.activity_id = a.id and not m.former order by m.id) as words,
                   array(select coalesce(m.account_id, 0) from activity.mention m where m.activity_id = a.id and not m.former order by m.id) as accounts,
                   array(select coalesce(m.person_id, 0) from activity.mention m where m.activity_id = a.id and not m.former order by m.id) as named
            from activity.activity a
            """;
    private static final String WANTED = """
            where (cast(:account as bigint) is null or a.account_id = :account)
              and (cast(:kind as text) is null or a.kind = :kind)
              and (cast(:internal as boolean) is null or a.internal = :internal)
              and (cast(:state as text) is null or a.state = :state)
              and (cast(:from as date) is null or a.on_day >= :from)
              and (cast(:until as date) is null or a.on_day <= :until)
            """;
    private static final String BY_PERSON =
            " and a.id in (select c.activity_id from activity.colleague c where c.user_id = :user)\n";
    private static final String LATEST = " order by a.starts_at desc, a.id desc limit :most";

    private final JdbcClient database;
    private final ObjectMapper json = new ObjectMapper();

    Activities(JdbcClient database) {
        this.database = database;
    }

    public Optional<Activity> byId(long id) {
        return database.sql(COLUMNS + "where a.id = :id")
                .param("id", id)
                .query(Activities::activity)
                .optional();
    }

    public List<Activity> byIds(Collection<Long> ids) {
        return database.sql(COLUMNS + "where a.id = any(:ids) order by a.starts_at, a.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Activities::activity)
                .list();
    }

    /// Nobody else changes it until the transaction ends.
    @Transactional
    public Optional<Activity> held(long id) {
        return database.sql("select a.id from activity.activity a where a.id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::byId);
    }

    public Optional<Long> bySubmission(UUID submission) {
        return database.sql("select a.id from activity.activity a where a.submission = :submission")
                .param("submission", submission)
                .query(Long.class)
                .optional();
    }

    /// Which of some names of calendars are known already: what the reader wrote down, or takes part in.
    public Set<String> known(Collection<String> uids) {
        return new HashSet<>(database.sql("""
                        select a.uid from activity.activity a
                        where a.uid = any(:uids)
                          and (a.recorded_by_id = (select identity.uid()) or (select identity.uid()) = any (a.user_ids))
                        """)
                .param("uids", uids.toArray(String[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getString("uid")))
                .list());
    }

    /// The latest first.
    ///
    /// @param after null for the first page
    public List<Activity> list(ActivityFilter filter, ActivityFilter.@Nullable Place after, int most) {
        String place = after == null ? "" : " and (a.starts_at, a.id) < (:startsAt, :id)\n";
        StatementSpec statement =
                bound(COLUMNS + wanted(filter) + place + LATEST, filter).param("most", most);
        if (after != null) {
            statement =
                    statement.param("startsAt", Sql.timestamp(after.startsAt())).param("id", after.id());
        }
        return statement.query(Activities::activity).list();
    }

    public ActivityFilter.Totals totals(ActivityFilter filter) {
        String people = filter.user() == null ? "cardinality(a.user_ids)" : "1";
        return bound("""
                        select count(*) as activities,
                               coalesce(sum((a.minutes + a.travel_minutes)::bigint * %1$s), 0) as minutes,
                               coalesce(sum((a.minutes + a.travel_minutes)::bigint * %1$s) filter (where a.internal), 0) as internal
                        from activity.activity a
                        """.formatted(people) + wanted(filter) + " and a.state <> 'cancelled'", filter)
                .query((row, number) -> new ActivityFilter.Totals(
                        row.getLong("activities"), row.getLong("minutes"), row.getLong("internal")))
                .single();
    }

    private static String wanted(ActivityFilter filter) {
        return filter.user() == null ? WANTED : WANTED + BY_PERSON;
    }

    private StatementSpec bound(String sql, ActivityFilter filter) {
        ActivityState state = filter.state();
        StatementSpec statement = database.sql(sql)
                .param("account", filter.account())
                .param("kind", filter.kind())
                .param("internal", filter.internal())
                .param("state", state == null ? null : state.code())
                .param("from", filter.from())
                .param("until", filter.until());
        return filter.user() == null ? statement : statement.param("user", filter.user());
    }

    /// The latest that was done with a customer, and the next that is planned with one.
    public Optional<Activity> lastContact(long account) {
        return database.sql(COLUMNS + """
                        where a.account_id = :account and a.state = 'done' and not a.internal
                        order by a.starts_at desc, a.id desc limit 1
                        """)
                .param("account", account)
                .query(Activities::activity)
                .optional();
    }

    /// @param today what was planned for days before is not to come any more
    public Optional<Activity> nextPlanned(long account, LocalDate today) {
        return database.sql(COLUMNS + """
                        where a.account_id = :account and a.state = 'planned' and a.on_day >= :today
                        order by a.starts_at, a.id limit 1
                        """)
                .param("account", account)
                .param("today", today)
                .query(Activities::activity)
                .optional();
    }

    /// Minutes done for an account on some days, by kind, of everybody who took part, with the way there.
    public Map<String, Long> minutes(long account, LocalDate from, LocalDate until) {
        Map<String, Long> minutes = new HashMap<>();
        database.sql("""
                        select a.kind, sum((a.minutes + a.travel_minutes)::bigint * cardinality(a.user_ids)) as minutes
                        from activity.activity a
                        where a.account_id = :account and a.state = 'done' and a.on_day between :from and :until
                        group by a.kind
                        """)
                .param("account", account)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    minutes.put(row.getString("kind"), row.getLong("minutes"));
                });
        return minutes;
    }

    /// What one takes part in since a day, cancelled or not, the latest first.
    public List<Activity> of(long user, LocalDate since, int most) {
        return database.sql(COLUMNS + """
                        where a.on_day >= :since and a.id in (select c.activity_id from activity.colleague c where c.user_id = :user)
                        """ + LATEST)
                .param("user", user)
                .param("since", since)
                .param("most", most)
                .query(Activities::activity)
                .list();
    }

    /// What one takes part in at the same time.
    public List<Activity> beside(long user, Instant from, Instant until, long except) {
        return database.sql(COLUMNS + """
                        where a.id in (select c.activity_id from activity.colleague c
                                       where c.user_id = :user and c.starts_at < :until and c.starts_at > cast(:from as timestamptz) - interval '2 days')
                          and a.id <> :except and a.state <> 'cancelled' and not a.day_only
                          and a.starts_at + a.minutes * interval '1 minute' > :from
                        order by a.starts_at limit 5
                        """)
                .param("user", user)
                .param("from", Sql.timestamp(from))
                .param("until", Sql.timestamp(until))
                .param("except", except)
                .query(Activities::activity)
                .list();
    }

    /// How it stood before, the latest first, as far as the reader sees the account for which it was written then.
    public List<ActivityVersion> versions(long activity) {
        return database.sql("""
                        select v.revision, v.content::text as content, v.author, v.at from activity.version v
                        where v.activity_id = :activity order by v.revision desc
                        """)
                .param("activity", activity)
                .query((row, number) -> new ActivityVersion(
                        row.getInt("revision"),
                        json.readValue(row.getString("content"), CONTENT),
                        row.getString("author"),
                        Objects.requireNonNull(Sql.instant(row, "at"))))
                .list();
    }

    static Activity activity(ResultSet row, int number) throws SQLException {
        return new Activity(
                row.getLong("id"),
                Sql.number(row, "account_id"),
                row.getString("kind"),
                row.getBoolean("internal"),
                ActivityState.parse(row.getString("state")).orElseThrow(),
                row.getBoolean("day_only"),
                Objects.requireNonNull(Sql.date(row, "on_day")),
                Objects.requireNonNull(Sql.instant(row, "starts_at")),
                row.getInt("minutes"),
                row.getInt("travel_minutes"),
                row.getString("subject"),
                row.getString("notes"),
                row.getString("uid"),
                row.getInt("sequence"),
                row.getInt("revision"),
                row.getString("reason"),
                row.getString("begun_by"),
                row.getString("recorded_by"),
                Sql.number(row, "recorded_by_id"),
                Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                row.getString("changed_by"),
                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                numbers(row.getArray("user_ids")),
                numbers(row.getArray("people")),
                mentions(row));
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }

    private static List<Mention> mentions(ResultSet row) throws SQLException {
        String[] words = (String[]) row.getArray("words").getArray();
        List<Long> accounts = numbers(row.getArray("accounts"));
        List<Long> people = numbers(row.getArray("named"));
        Mention[] mentions = new Mention[words.length];
        Arrays.setAll(
                mentions,
                i -> people.get(i) == 0
                        ? Mention.ofAccount(words[i], accounts.get(i))
                        : Mention.ofPerson(words[i], people.get(i)));
        return List.of(mentions);
    }
}
