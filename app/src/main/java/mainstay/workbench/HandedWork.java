package mainstay.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import mainstay.shared.WorkSource.Answer;
import mainstay.shared.WorkSource.Telling;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people have given each other of their lists.
@Repository
class HandedWork {

    /// The rule under which what came from a colleague stands.
    static final String RULE = "handed";

    private static final int THIS_WEEK = 2;

    private static final String HANDED = """
            select h.id, h.rule, h.subject, h.link, a.name as account, h.from_user, f.full_name as by, t.full_name as to, h.note,
                   h.handed_at as at, h.closed_at is not null as done
            from workbench.handed h
            join identity.pub_user f on f.id = h.from_user
            join identity.pub_user t on t.id = h.to_user
            left join accounts.pub_card a on a.code = h.account_code
            where %s
            order by h.id
            """;

    private final JdbcClient database;

    HandedWork(JdbcClient database) {
        this.database = database;
    }

    List<Handed> toMe() {
        return database.sql(HANDED.formatted("h.closed_at is null and h.to_user = (select identity.uid())"))
                .query(RecordRows.of(Handed.class))
                .list();
    }

    /// What colleagues have now, and what they have done of it while it is still the same case.
    List<Handed> byMe() {
        return database.sql(HANDED.formatted("""
                        h.from_user = (select identity.uid())
                        and exists (select 1 from workbench.work_state s
                                    where s.user_id = h.from_user and s.rule = h.rule and s.subject = h.subject
                                      and s.handed_to = h.to_user and s.changed_at = h.handed_at)
                        and coalesce(h.outcome = 'done', true)
                        """))
                .query(RecordRows.of(Handed.class))
                .list();
    }

    /// It says who asks and for what, and leaves what is behind it to what the reader may see. Mails and calendars
    /// say who asks only: what was handed on may be nothing for them.
    static Work work(Handed handed, ZoneId zone) {
        Text what = Text.of("work.rule." + handed.rule());
        String account = handed.account();
        String note = handed.note();
        return Work.of(
                        RULE,
                        String.valueOf(handed.id()),
                        handed.link(),
                        account == null ? "work.handed.title" : "work.handed.titleOf",
                        account == null ? List.of(handed.by(), what) : List.of(handed.by(), what, account),
                        note == null ? "work.handed.reason" : "work.handed.note",
                        note == null ? List.of() : List.of(note),
                        null,
                        THIS_WEEK,
                        LocalDate.ofInstant(handed.at(), zone))
                .answering(List.of(new Answer("today.giveBack", "/today/returns", "id", String.valueOf(handed.id()))))
                .outside(new Telling(
                        "work.handed.outside", List.of(handed.by()), "work.handed.outsideReason", List.of(), "/today"));
    }

    /// @param account code of the account that it is about
    /// @return false where the same person has given it to somebody at this very moment
    boolean give(Work work, @Nullable String account, long to, @Nullable String note, Instant at) {
        return database.sql("""
                        insert into workbench.handed (rule, subject, link, account_code, from_user, to_user, note, handed_at)
                        values (:rule, :subject, :link, :account, identity.uid(), :to, :note, :at)
                        on conflict (from_user, rule, subject) where closed_at is null do nothing
                        """)
                        .param("rule", work.rule())
                        .param("subject", work.subject())
                        .param("link", work.link())
                        .param("account", account)
                        .param("to", to)
                        .param("note", note)
                        .param("at", Sql.timestamp(at))
                        .update()
                == 1;
    }

    /// Whoever has it gives it back: it stands on the other list again.
    ///
    /// @return false where there was nothing to give back
    boolean returned(long id) {
        boolean mine = toMe().stream().anyMatch(handed -> handed.id() == id);
        if (mine) {
            close(id, "returned");
        }
        return mine;
    }

    void done(String rule, String subject) {
        toMe().stream()
                .filter(handed -> isAbout(handed, rule, subject)
                        || (RULE.equals(rule) && String.valueOf(handed.id()).equals(subject)))
                .forEach(handed -> close(handed.id(), "done"));
    }

    /// Whether it is the same case still or not.
    void takenBack(String rule, String subject) {
        database.sql("""
                        update workbench.handed set closed_at = identity.clock(), outcome = 'takenBack'
                        where from_user = (select identity.uid()) and rule = :rule and subject = :subject and closed_at is null
                        """).param("rule", rule).param("subject", subject).update();
    }

    void settled(long id) {
        close(id, "settled");
    }

    static boolean isAbout(Handed handed, String rule, String subject) {
        return handed.rule().equals(rule) && handed.subject().equals(subject);
    }

    private void close(long id, String outcome) {
        database.sql("""
                        update workbench.handed set closed_at = identity.clock(), outcome = :outcome
                        where id = :id and closed_at is null
                        """).param("outcome", outcome).param("id", id).update();
    }
}
