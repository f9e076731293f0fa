package mainstay.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/// Writes and reads the timeline.
@Service
@Transactional
public class Timeline {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;
    private final List<TimelineSource> sources;
    private final ObjectMapper json = new ObjectMapper();

    Timeline(JdbcClient database, Clock clock, List<TimelineSource> sources) {
        this.database = database;
        this.clock = clock;
        this.sources = sources;
    }

    /// One thing that happened.
    ///
    /// @param kind   stable word; `timeline.<kind>` is its message key, which gets the details as named below
    /// @param detail what the sentence mentions, by name; the arguments of the sentence in the order of these
    /// names.
    ///               One that begins with `money` is an amount in ten-thousandths, with `text` a message key;
    ///               `moneyExact` is told to the cent; an empty text is nothing
    /// @param actor  empty where nobody knows
    public record Entry(
            long id, @Nullable Long accountId, String actor, String kind, Map<String, String> detail, Instant at) {

        /// What a source tells without having written it.
        public static Entry told(long accountId, String actor, String kind, Map<String, String> detail, Instant at) {
            return new Entry(0, accountId, actor, kind, detail, at);
        }
    }

    /// Notes that the person for whom this runs did something to an account, or to the firm where it is null.
    public void note(@Nullable Long accountId, String kind, Map<String, String> detail) {
        Actor actor = Acting.actor();
        database.sql("""
                        insert into activity.entry (account_id, user_id, actor, kind, detail, at)
                        values (:account, :user, :actor, :kind, :detail::jsonb, :at)
                        """)
                .param("account", accountId)
                .param("user", actor.id())
                .param("actor", actor.name())
                .param("kind", kind)
                .param("detail", json.writeValueAsString(detail))
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    /// One of many things that happened at once; `kind` and `detail` are those of an entry.
    ///
    /// @param reach the level on all accounts that its readers need, where it tells of others too; null: none
    public record Note(
            long accountId,
            String kind,
            Map<String, String> detail,
            @Nullable Integer reach) {

        /// Of the account alone.
        public Note(long accountId, String kind, Map<String, String> detail) {
            this(accountId, kind, detail, null);
        }
    }

    /// Notes many things at once, each to its account.
    public void noteAll(List<Note> notes) {
        Actor actor = Acting.actor();
        database.sql("""
                        insert into activity.entry (account_id, user_id, actor, kind, detail, at, reach)
                        select n."accountId", :user, :actor, n.kind, n.detail, :at, n.reach
                        from jsonb_to_recordset(cast(:notes as jsonb))
                            n("accountId" bigint, kind text, detail jsonb, reach smallint)
                        """)
                .param("user", actor.id())
                .param("actor", actor.name())
                .param("notes", json.writeValueAsString(notes))
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    /// Entries of one account that were booked under some stand on another from now on.
    public long reattribute(long from, long to, List<Long> booked) {
        return database.sql("select activity.reattribute(:from, :to, :booked)")
                .param("from", from)
                .param("to", to)
                .param("booked", booked.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /// To be called before what happened to an account is shown, outside of any transaction: sources
    /// that keep who saw what write it down now.
    ///
    /// @param after nothing that happened before this moment is shown; null where all is
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void opening(long accountId, @Nullable Instant after) {
        sources.forEach(source -> source.opening(accountId, after));
    }

    /// What happened to an account, the newest first.
    @Transactional(readOnly = true)
    public List<Entry> of(long accountId, int most) {
        Stream<Entry> told = sources.stream().flatMap(source -> source.of(accountId).stream());
        return Stream.concat(written(accountId, most).stream(), told)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(most)
                .toList();
    }

    /// What happened to an account after a moment, the newest first.
    @Transactional(readOnly = true)
    public List<Entry> of(long accountId, Instant after, int most) {
        Stream<Entry> told = sources.stream().flatMap(source -> source.of(accountId, after).stream());
        return Stream.concat(written(accountId, after, most).stream(), told)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(most)
                .toList();
    }

    private List<Entry> written(long accountId, int most) {
        return written(accountId, Instant.EPOCH, most);
    }

    private List<Entry> written(long accountId, Instant after, int most) {
        return database.sql("""
                        select id, account_id, actor, kind, detail::text as detail, at from activity.entry
                        where account_id = :account and at > :after order by at desc, id desc limit :most
                        """)
                .param("account", accountId)
                .param("after", Sql.timestamp(after))
                .param("most", most)
                .query(this::entry)
                .list();
    }

    /// What happened to the firm as a whole, the newest first.
    @Transactional(readOnly = true)
    public List<Entry> ofFirm(int most) {
        return database.sql("""
                        select id, account_id, actor, kind, detail::text as detail, at from activity.entry
                        where account_id is null order by at desc, id desc limit :most
                        """).param("most", most).query(this::entry).list();
    }

    /// What happened to the firm as a whole, of some kinds only, however much else happened since; the newest
    /// first.
    @Transactional(readOnly = true)
    public List<Entry> ofFirm(Collection<String> kinds, int most) {
        return database.sql("""
                        select id, account_id, actor, kind, detail::text as detail, at from activity.entry
                        where account_id is null and kind = any((select cast(:kinds as text[]))::text[])
                        order by at desc, id desc limit :most
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", most)
                .query(this::entry)
                .list();
    }

    /// The same, of one person since a moment.
    @Transactional(readOnly = true)
    public List<Entry> ofFirmBy(String actor, Collection<String> kinds, Instant since, int most) {
        return database.sql("""
                        select id, account_id, actor, kind, detail::text as detail, at from activity.entry
                        where account_id is null and kind = any((select cast(:kinds as text[]))::text[])
                          and actor = :actor and at >= :since
                        order by at desc, id desc limit :most
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("actor", actor)
                .param("since", Sql.timestamp(since))
                .param("most", most)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Sql.number(row, "account_id"),
                row.getString("actor"),
                row.getString("kind"),
                json.readValue(row.getString("detail"), DETAIL),
                Objects.requireNonNull(Sql.instant(row, "at")));
    }
}
