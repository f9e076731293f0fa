package mainstay.dossier.custody;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mainstay.dossier.custody.Custody.Member;
import mainstay.dossier.custody.Custody.Term;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Custodians, deputies and named members as the database keeps them, which asks itself who may change
/// them.
@Repository
class Custodies {

    private static final String TERM = """
            select c.user_id, u.full_name as custodian, c.deputy_id, d.full_name as deputy, c.since, c.until, c.given_by
            from dossier.custody c
            join identity.pub_user u on u.id = c.user_id
            left join identity.pub_user d on d.id = c.deputy_id
            """;
    private static final int MOST_PAST = 20;

    private final JdbcClient database;

    Custodies(JdbcClient database) {
        this.database = database;
    }

    Optional<Term> standing(long account) {
        return database.sql(TERM + "where c.account_id = :account and c.until is null")
                .param("account", account)
                .query(RecordRows.of(Term.class))
                .optional();
    }

    List<Term> past(long account) {
        return database.sql(TERM + """
                        where c.account_id = :account and c.until is not null order by c.since desc, c.id desc limit :most
                        """)
                .param("account", account)
                .param("most", MOST_PAST)
                .query(RecordRows.of(Term.class))
                .list();
    }

    List<Member> members(long account) {
        return database.sql("""
                        select m.user_id, u.full_name, m.named_by, m.named_at
                        from dossier.named_member m join identity.pub_user u on u.id = m.user_id
                        where m.account_id = :account and m.dropped_at is null order by m.named_at, m.id
                        """)
                .param("account", account)
                .query(RecordRows.of(Member.class))
                .list();
    }

    /// Users who answer for an archive; nobody where directors do.
    List<Long> holders(long account) {
        return database.sql("select dossier.holders(:account) as holders")
                .param("account", account)
                .query((row, number) -> row.getArray("holders") == null
                        ? List.<Long>of()
                        : Arrays.asList((Long[]) row.getArray("holders").getArray()))
                .single();
    }

    /// Nobody else names anybody for the archive until the transaction ends.
    void hold(long account) {
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.custody'), hashint8(:account))::text")
                .param("account", account)
                .query()
                .singleRow();
    }

    /// Whether the firm has nobody else who could answer for an archive.
    boolean alone() {
        return database.sql("select dossier.alone()").query(Boolean.class).single();
    }

    boolean answers(long account) {
        return database.sql("select coalesce(dossier.answers(:account), false)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean mayName(long account) {
        return database.sql("select coalesce(dossier.may_name(:account), false)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// @param custodian null: nobody is named any more
    void give(long account, @Nullable Long custodian, @Nullable Long deputy, String giver) {
        database.sql("select dossier.give_custody(:account, :custodian, :deputy, :giver)::text")
                .param("account", account)
                .param("custodian", custodian)
                .param("deputy", deputy)
                .param("giver", giver)
                .query()
                .singleRow();
    }

    /// @return false where it was so already
    boolean name(long account, long member, boolean named, String namer) {
        return database.sql("select dossier.name_member(:account, :member, :named, :namer)")
                .param("account", account)
                .param("member", member)
                .param("named", named)
                .param("namer", namer)
                .query(Boolean.class)
                .single();
    }

    /// How much of an account the reader sees without borrowing.
    int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }
}
