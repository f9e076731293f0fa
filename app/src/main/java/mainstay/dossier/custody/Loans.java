package mainstay.dossier.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Loans as far as the reader may see them, at this moment by the clock of the database.
@Repository
class Loans {

    private static final String LOAN = """
            select l.id, l.account_id, coalesce(a.code, l.account_code) as code, a.name, l.borrower_id, l.borrower, l.parts, l.purpose,
                   l.days, l.renews, l.asked_at, l.granted_at, l.granted_by, l.starts_at, l.ends_at, l.closed_at, l.closed_by,
                   l.closed_because, l.state
            from dossier.pub_loan l left join accounts.pub_card a on a.id = l.account_id
            """;
    private static final String ORDER = """

            order by case l.state when 'asked' then 0 when 'out' then 1 when 'waiting' then 2 else 3 end, l.id desc
            limit :most offset :from
            """;

    private final JdbcClient database;

    Loans(JdbcClient database) {
        this.database = database;
    }

    /// What is to be asked for.
    ///
    /// @param code as the borrower wrote it
    record Wish(
            long account,
            String code,
            long borrower,
            String name,
            List<String> parts,
            String purpose,
            int days,
            @Nullable Long renews) {}

    /// Nobody asks twice at the same moment.
    void hold(long borrower) {
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.loan'), hashint8(:borrower))::text")
                .param("borrower", borrower)
                .query()
                .singleRow();
    }

    long add(Wish wish) {
        return database.sql("""
                        insert into dossier.loan (account_id, account_code, borrower_id, borrower, parts, purpose, days, renews)
                        values (:account, :code, :borrower, :name, :parts, :purpose, :days, :renews) returning id
                        """)
                .param("account", wish.account())
                .param("code", wish.code())
                .param("borrower", wish.borrower())
                .param("name", wish.name())
                .param("parts", wish.parts().toArray(String[]::new))
                .param("purpose", wish.purpose())
                .param("days", wish.days())
                .param("renews", wish.renews())
                .query(Long.class)
                .single();
    }

    Optional<Loan> byId(long id) {
        return database.sql(LOAN + "where l.id = :id")
                .param("id", id)
                .query(Loans::loan)
                .optional();
    }

    /// What the reader borrowed or asked for.
    List<Loan> mine(int most, int from) {
        return asked("where l.borrower_id = identity.uid()", most, from);
    }

    /// What others borrowed or asked for, of archives that the reader answers for or sees all of.
    List<Loan> ofOthers(int most, int from) {
        return asked("where l.borrower_id is distinct from identity.uid()", most, from);
    }

    private List<Loan> asked(String whose, int most, int from) {
        return database.sql(LOAN + whose + ORDER)
                .param("most", most)
                .param("from", from)
                .query(Loans::loan)
                .list();
    }

    /// Of the reader, of one account, neither over nor refused.
    List<Loan> openOf(long account) {
        return database.sql(LOAN + """
                        where l.borrower_id = identity.uid() and l.account_id = :account and l.state in ('asked', 'out', 'waiting')
                        order by l.id
                        """)
                .param("account", account)
                .query(Loans::loan)
                .list();
    }

    /// What somebody has borrowed now or from a later moment on.
    List<Loan> openOfPerson(long person) {
        return database.sql(LOAN + "where l.borrower_id = :person and l.state in ('out', 'waiting') order by l.id")
                .param("person", person)
                .query(Loans::loan)
                .list();
    }

    /// What somebody asked for and nobody has decided.
    List<Loan> askedByPerson(long person) {
        return database.sql(LOAN + "where l.borrower_id = :person and l.state = 'asked' order by l.id")
                .param("person", person)
                .query(Loans::loan)
                .list();
    }

    /// What others asked for of archives that somebody answers for, undecided.
    List<Loan> askedOfHolder(long person) {
        return database.sql(LOAN + """
                        where l.state = 'asked' and l.borrower_id <> :person and :person = any(dossier.holders(l.account_id)) order by l.id
                        """)
                .param("person", person)
                .query(Loans::loan)
                .list();
    }

    /// The moment at which nothing of an account is lent to the reader any more.
    Optional<Instant> borrowedUntil(long account) {
        return openOf(account).stream()
                .filter(Loan::isOpen)
                .map(loan -> Objects.requireNonNull(loan.endsAt()))
                .max(Instant::compareTo);
    }

    /// Of the reader, ending before a moment, and nothing follows on them yet.
    List<Loan> endingBefore(Instant moment) {
        return database.sql(LOAN + """
                        where l.borrower_id = identity.uid() and l.state = 'out' and l.ends_at < :moment
                          and not exists (select 1 from dossier.pub_loan n
                                          where n.renews = l.id and n.state in ('asked', 'waiting', 'out'))
                        order by l.ends_at, l.id
                        """)
                .param("moment", Sql.timestamp(moment))
                .query(Loans::loan)
                .list();
    }

    void open(long id, String giver) {
        database.sql("select dossier.open_loan(:id, :giver)::text")
                .param("id", id)
                .param("giver", giver)
                .query()
                .singleRow();
    }

    void decline(long id, String how, String decliner) {
        database.sql("select dossier.decline_loan(:id, :how, :decliner)::text")
                .param("id", id)
                .param("how", how)
                .param("decliner", decliner)
                .query()
                .singleRow();
    }

    /// @param reason null where the borrower gives it back
    /// @return false where it was over already
    boolean close(long id, @Nullable String reason, String closer) {
        return database.sql("select dossier.close_loan(:id, cast(:reason as text), :closer)")
                .param("id", id)
                .param("reason", reason)
                .param("closer", closer)
                .query(Boolean.class)
                .single();
    }

    private static Loan loan(ResultSet row, int number) throws SQLException {
        return new Loan(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("borrower_id"),
                row.getString("borrower"),
                List.of((String[]) row.getArray("parts").getArray()),
                row.getString("purpose"),
                row.getInt("days"),
                Sql.number(row, "renews"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                Sql.instant(row, "granted_at"),
                row.getString("granted_by"),
                Sql.instant(row, "starts_at"),
                Sql.instant(row, "ends_at"),
                Sql.instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("closed_because"),
                row.getString("state"));
    }
}
