package mainstay.terms.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mainstay.identity.FirmDesk;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who owes how much and for how long, as of the day to which the ledger reaches.
@Repository
@Transactional(readOnly = true)
class Debtors {

    private static final Set<String> PROTECTED = Set.of("micro", "small", "medium");

    private final JdbcClient database;
    private final FirmDesk firm;
    private final Clock clock;

    Debtors(JdbcClient database, FirmDesk firm, Clock clock) {
        this.database = database;
        this.firm = firm;
        this.clock = clock;
    }

    /// The day up to which the ledger has sales; today where it has none.
    LocalDate asOf() {
        return database.sql("select data_to from ledger.pub_state where data_to is not null")
                .query((row, number) -> row.getObject("data_to", LocalDate.class))
                .optional()
                .orElseGet(() -> LocalDate.now(clock));
    }

    /// Whether the firm is one of those that the order on late payment protects.
    boolean isProtected() {
        return PROTECTED.contains(firm.settings().size());
    }

    DebtorPage page(DebtorWish wish) {
        int number = wish.number();
        return of(wish, number, DebtorPage.SIZE, (long) (number - 1) * DebtorPage.SIZE);
    }

    List<DebtorRow> all(DebtorWish wish, int most) {
        return of(wish, 1, most, 0).rows();
    }

    private DebtorPage of(DebtorWish wish, int number, int size, long before) {
        LocalDate asOf = asOf();
        List<DebtorRow> rows = new ArrayList<>();
        long[] totals = new long[3];
        database.sql(DEBTORS + " order by " + wish.sorting().order() + ", a.code limit " + size + " offset " + before)
                .param("asOf", asOf)
                .param("late", wish.leastDays())
                .param("words", wish.words().toLowerCase(Locale.ROOT))
                .param("manager", wish.managerCode())
                .param("protected", isProtected())
                .query((ResultSet row) -> {
                    rows.add(row(row));
                    totals[0] = row.getLong("found");
                    totals[1] = row.getLong("all_open");
                    totals[2] = row.getLong("all_overdue");
                });
        return new DebtorPage(asOf, rows, totals[0], totals[1], totals[2], number);
    }

    /// Those who look after accounts, by name.
    List<ManagerChoice> managers() {
        return database.sql("""
                        select manager_code as code, coalesce(nullif(max(manager_name), ''), manager_code) as name
                        from accounts.pub_account where manager_code is not null
                        group by manager_code order by 2, 1 limit 500
                        """).query(RecordRows.of(ManagerChoice.class)).list();
    }

    private static DebtorRow row(ResultSet row) throws SQLException {
        return new DebtorRow(
                row.getString("code"),
                row.getString("name"),
                row.getString("manager_name"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("to30"),
                row.getLong("to60"),
                row.getLong("to90"),
                row.getLong("beyond"),
                row.getObject("days", Integer.class),
                Sql.date(row, "oldest"),
                Sql.number(row, "interest"));
    }

    private static final String DEBTORS = """
            with paid as (
                select s.receivable_id, sum(s.amount) as amount
                from ledger.pub_settlement s where s.paid_on <= :asOf group by s.receivable_id),
            item as (
                select r.account_id, r.due, r.amount - coalesce(p.amount, 0) as open, cast(:asOf as date) - r.due as late,
                       coalesce(d.daily_interest,
                                case when :protected and d.kind in ('largeEnterprise', 'publicBody') then 0.0005 end) as daily,
                       cast(:asOf as date) - terms.late_from(case when :protected then d.kind end, r.issued, r.due, r.acceptance)
                           as late_by_law
                from ledger.pub_receivable r
                left join paid p on p.receivable_id = r.id
                left join terms.current_debtor d on d.account_id = r.account_id
                where r.issued <= :asOf and r.amount <> coalesce(p.amount, 0)),
            debtor as (
                select account_id, sum(open)::bigint as open,
                       coalesce(sum(open) filter (where open > 0 and late > 0), 0)::bigint as overdue,
                       coalesce(sum(open) filter (where open > 0 and late between 1 and 30), 0)::bigint as to30,
                       coalesce(sum(open) filter (where open > 0 and late between 31 and 60), 0)::bigint as to60,
                       coalesce(sum(open) filter (where open > 0 and late between 61 and 90), 0)::bigint as to90,
                       coalesce(sum(open) filter (where open > 0 and late > 90), 0)::bigint as beyond,
                       max(late) filter (where open > 0 and late > 0) as days,
                       min(due) filter (where open > 0 and late > 0) as oldest,
                       sum(terms.late_interest(open::bigint, daily, late_by_law)) filter (where open > 0)::bigint as interest
                from item group by account_id)
            select a.code, a.name, a.manager_name, d.*, count(*) over () as found,
                   (sum(d.open) over ())::bigint as all_open, (sum(d.overdue) over ())::bigint as all_overdue
            from debtor d join accounts.pub_account a on a.id = d.account_id
            where (:late = 0 or d.days >= :late)
              and (:words = '' or strpos(lower(a.code || ' ' || a.name), :words) > 0)
              and (:manager = '' or a.manager_code = :manager)
            """;
}
