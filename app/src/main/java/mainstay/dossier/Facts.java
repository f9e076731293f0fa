package mainstay.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.dossier.Fact.Retirement;
import mainstay.identity.Level;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Facts as far as the reader may see them.
@Repository
@Transactional
class Facts {

    private static final String COLUMNS = """
            select f.id, f.field_id, f.word, f.figure, f.day, f.source, f.observed_on, f.confidence, f.recorded_by, f.recorded_at,
                   f.stale_on, f.current, f.retired_at, f.retired_by, f.retired_because
            from dossier.fact f
            """;
    private static final int MOST = 5_000;

    private final JdbcClient database;

    Facts(JdbcClient database) {
        this.database = database;
    }

    /// What is to be written down.
    record Entry(
            long account,
            long field,
            FactValue value,
            String source,
            LocalDate observedOn,
            Confidence confidence,
            String by,
            Instant at) {}

    /// What the readers of one account may see of each part, and what they may write.
    ///
    /// @param whole by role or a grant of the whole account; only this lets anybody write
    record Reach(int whole, Map<Part, Integer> parts) {

        /// What other modules tell is theirs: no loan of a part opens it.
        boolean shows(Field field) {
            return parts.getOrDefault(field.part(), Level.NONE.number())
                            >= field.sensitivity().number()
                    && (!field.isRead() || whole >= Level.BUSINESS.number());
        }

        boolean lets(Field field) {
            return !field.isRead()
                    && !field.retired()
                    && whole >= field.writing().number();
        }
    }

    /// Where a fact stands.
    record Place(long fact, long account, long field) {}

    /// Of facts that nothing has taken the place of yet.
    List<Place> places(List<Long> ids) {
        return database.sql("""
                        select f.id as fact, f.account_id as account, f.field_id as field from dossier.fact f
                        where f.id = any(:ids) and f.current and f.retired_at is null order by f.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(RecordRows.of(Place.class))
                .list();
    }

    Reach reach(long account) {
        Map<Part, Integer> parts = new HashMap<>();
        database.sql("select p.code, dossier.level_of(:account, p.code) as level from unnest(:parts) p(code)")
                .param("account", account)
                .param("parts", Arrays.stream(Part.values()).map(Part::code).toArray(String[]::new))
                .query(row -> {
                    parts.put(Part.parse(row.getString("code")).orElseThrow(), row.getInt("level"));
                });
        int whole = database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
        return new Reach(whole, parts);
    }

    boolean showsPersonal(long account) {
        return database.sql("select coalesce(dossier.level_of(:account, 'personal'), 0) >= 4")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// Nobody else writes of this account until the transaction ends.
    void hold(long account) {
        database.sql("select dossier.hold_account(:account)::text")
                .param("account", account)
                .query()
                .singleRow();
    }

    /// The newest observation of each field up to a day, whenever it was written down, by field.
    ///
    /// @param day the last one that counts
    /// @param end of that day: what had not been taken back by then counted
    Map<Long, Fact> standing(long account, LocalDate day, Instant end) {
        return database.sql("""
                        select distinct on (f.field_id) f.id, f.field_id, f.word, f.figure, f.day, f.source, f.observed_on,
                               f.confidence, f.recorded_by, f.recorded_at, f.stale_on, f.current, f.retired_at, f.retired_by,
                               f.retired_because
                        from dossier.fact f
                        where f.account_id = :account and f.observed_on <= :day
                        order by f.field_id, f.observed_on desc, f.id desc
                        """).param("account", account).param("day", day).query(Facts::fact).list().stream()
                .filter(fact -> fact.holdsAt(end))
                .collect(Collectors.toMap(Fact::fieldId, fact -> fact));
    }

    /// The newest observation, be it retired.
    Optional<Fact> current(long account, long field) {
        return database.sql(COLUMNS + "where f.account_id = :account and f.field_id = :field and f.current")
                .param("account", account)
                .param("field", field)
                .query(Facts::fact)
                .optional();
    }

    /// All that was ever observed, the newest first.
    List<Fact> history(long account, long field) {
        return database.sql(COLUMNS + """
                        where f.account_id = :account and f.field_id = :field
                        order by f.observed_on desc, f.id desc limit 500
                        """)
                .param("account", account)
                .param("field", field)
                .query(Facts::fact)
                .list();
    }

    /// Everything of an account in the order in which it was written down.
    List<Fact> all(long account) {
        return database.sql(COLUMNS + "where f.account_id = :account order by f.id limit " + MOST)
                .param("account", account)
                .query(Facts::fact)
                .list();
    }

    /// Whether anything was written down or taken back after a moment.
    boolean moved(long account, Instant after) {
        return database.sql("""
                        select exists (select from dossier.fact f
                                       where f.account_id = :account and (f.recorded_at > :after or f.retired_at > :after))
                        """)
                .param("account", account)
                .param("after", Sql.timestamp(after))
                .query(Boolean.class)
                .single();
    }

    long count(long account) {
        return database.sql("select count(*) from dossier.fact where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    Fact add(Entry entry) {
        long id = database.sql("""
                        insert into dossier.fact
                            (account_id, field_id, word, figure, day, source, observed_on, confidence, recorded_by, recorded_at)
                        values (:account, :field, :word, :figure, :day, :source, :observed, :confidence, :by, :at)
                        returning id
                        """)
                .param("account", entry.account())
                .param("field", entry.field())
                .param("word", entry.value().word())
                .param("figure", entry.value().figure())
                .param("day", entry.value().day())
                .param("source", entry.source())
                .param("observed", entry.observedOn())
                .param("confidence", entry.confidence().code())
                .param("by", entry.by())
                .param("at", Sql.timestamp(entry.at()))
                .query(Long.class)
                .single();
        return database.sql(COLUMNS + "where f.id = :id")
                .param("id", id)
                .query(Facts::fact)
                .single();
    }

    /// @return false where it was taken back already
    boolean retire(long id, Retirement retirement) {
        return database.sql("""
                        update dossier.fact set retired_at = :at, retired_by = :by, retired_because = :because
                        where id = :id and retired_at is null
                        """)
                        .param("id", id)
                        .param("at", Sql.timestamp(retirement.at()))
                        .param("by", retirement.by())
                        .param("because", retirement.because())
                        .update()
                == 1;
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getLong("id"),
                row.getLong("field_id"),
                new FactValue(row.getString("word"), row.getBigDecimal("figure"), Sql.date(row, "day")),
                row.getString("source"),
                Objects.requireNonNull(Sql.date(row, "observed_on")),
                Confidence.parse(row.getString("confidence")).orElseThrow(),
                row.getString("recorded_by"),
                Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                Sql.date(row, "stale_on"),
                row.getBoolean("current"),
                retirement(row));
    }

    private static @Nullable Retirement retirement(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "retired_at");
        return at == null ? null : new Retirement(at, row.getString("retired_by"), row.getString("retired_because"));
    }
}
