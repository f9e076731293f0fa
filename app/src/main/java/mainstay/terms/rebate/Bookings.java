package mainstay.terms.rebate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Payouts, claw-backs and what came back.
@Repository
@Transactional
class Bookings {

    private static final String ROWS = """
            select id, account_id, ladder_id, period_from, kind, amount, finding_id, reason, asked_by, asked_at, granted_at, refused_at
            from terms.rebate_booking where\s""";

    private final JdbcClient database;
    private final Clock clock;

    Bookings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A confirmed finding of goods outside their territory.
    ///
    /// @param money of these goods, in ten-thousandths
    /// @param taken whether something was or is being taken back for it
    record Diversion(long id, LocalDate from, LocalDate to, long money, boolean taken) {}

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Booking> of(Rebate rebate) {
        return database.sql(
                        ROWS + "account_id = :account and ladder_id = :ladder and period_from = :from order by id desc")
                .param("account", rebate.accountId())
                .param("ladder", rebate.ladderId())
                .param("from", rebate.periodFrom())
                .query(Bookings::booking)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Booking> find(long id) {
        return database.sql(ROWS + "id = :id")
                .param("id", id)
                .query(Bookings::booking)
                .optional();
    }

    /// Whoever books on rebates of this account, or of those that pay for the same purchases, waits until
    /// the transaction ends: what one ladder has paid out may count against another. Accounts are held and
    /// not their pool, which the next run may join with others; who else is in it is looked for again
    /// once they are held.
    void hold(Rebate rebate) {
        Set<Long> held = new HashSet<>();
        SortedSet<Long> wanted = new TreeSet<>(Set.of(rebate.accountId()));
        wanted.addAll(sharers(rebate));
        while (!held.containsAll(wanted)) {
            wanted.forEach(this::hold);
            held.addAll(wanted);
            wanted.addAll(sharers(rebate));
        }
    }

    private void hold(long account) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('terms.rebate', :account))::text")
                .param("account", account)
                .query()
                .singleRow();
    }

    private List<Long> sharers(Rebate rebate) {
        return database.sql("""
                        select distinct o.account_id
                        from terms.accrual a join terms.accrual o on o.pool = a.pool
                        where a.account_id = :account and a.ladder_id = :ladder and a.period_from = :from
                        """)
                .param("account", rebate.accountId())
                .param("ladder", rebate.ladderId())
                .param("from", rebate.periodFrom())
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }

    long add(Rebate rebate, String kind, long amount, @Nullable Long finding, String reason) {
        return database.sql("""
                        insert into terms.rebate_booking
                            (account_id, ladder_id, period_from, kind, amount, finding_id, reason, asked_by, asked_at)
                        values (:account, :ladder, :from, :kind, :amount, :finding, :reason, :by, :at) returning id
                        """)
                .param("account", rebate.accountId())
                .param("ladder", rebate.ladderId())
                .param("from", rebate.periodFrom())
                .param("kind", kind)
                .param("amount", amount)
                .param("finding", finding, java.sql.Types.BIGINT)
                .param("reason", reason)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /// Whether the same amount is being asked for already.
    @Transactional(readOnly = true)
    public boolean isAsked(Rebate rebate, String kind, long amount) {
        return of(rebate).stream()
                .anyMatch(booking ->
                        booking.state().equals("asked") && booking.kind().equals(kind) && booking.amount() == amount);
    }

    void end(long id, boolean granted) {
        database.sql("update terms.rebate_booking set " + (granted ? "granted_at" : "refused_at")
                        + " = :at where id = :id and granted_at is null and refused_at is null")
                .param("id", id)
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    /// @param booked whether only what is booked counts as taken, and nothing that is still being asked for
    @Transactional(readOnly = true)
    public List<Diversion> diversions(Rebate rebate, boolean booked) {
        return database.sql("""
                        select f.id, f.period_from, f.period_to, f.money,
                               exists (select 1 from terms.rebate_booking b
                                       where b.finding_id = f.id and b.ladder_id = :ladder and b.refused_at is null
                                         and (b.granted_at is not null or not :booked)) as taken
                        from rating.pub_finding f
                        where f.test = 'territory' and f.verdict = 'confirmed' and not f.withdrawn and f.money > 0
                          and f.account_id in (select b.account_id from terms.bought_by(:account, :group, terms.counted_to()) b)
                          and f.period_from between :from and :to
                        order by f.period_from
                        """)
                .param("account", rebate.accountId())
                .param("group", rebate.wholeGroup())
                .param("ladder", rebate.ladderId())
                .param("from", rebate.countsFrom())
                .param("to", rebate.countsTo())
                .param("booked", booked)
                .query((row, number) -> new Diversion(
                        row.getLong("id"),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class),
                        row.getLong("money"),
                        row.getBoolean("taken")))
                .list();
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        return new Booking(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getLong("ladder_id"),
                row.getObject("period_from", LocalDate.class),
                row.getString("kind"),
                row.getLong("amount"),
                Sql.number(row, "finding_id"),
                row.getString("reason"),
                row.getString("asked_by"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                Sql.instant(row, "granted_at"),
                Sql.instant(row, "refused_at"));
    }
}
