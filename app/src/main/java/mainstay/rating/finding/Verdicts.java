package mainstay.rating.finding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes verdicts; the former ones stay in the history.
@Repository
class Verdicts {
    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Gives a verdict, unless somebody gave one since the reader looked.
    ///
    /// @param seen how many verdicts there were when the reader looked
    /// @return whether it was given
    boolean give(long finding, Verdict verdict, String reason, String author, int seen) {
        return jdbc.sql("""
                with given as (
                    update rating.finding f
                    set verdict = :verdict, reason = :reason, judged_by = :author, judged_at = identity.clock(),
                        judgements = f.judgements + 1, judged_as = null
                    where f.id = :id and f.judgements = :seen and not f.withdrawn
                    returning new.id, new.account_id, new.judged_at, new.strength, new.evidence, new.money,
                              old.verdict as former)
                insert into rating.finding_entry
                    (finding_id, account_id, at, kind, strength, evidence, money, verdict, reason, author, counts)
                select g.id, g.account_id, g.judged_at, 'judged', g.strength, g.evidence, g.money, :verdict, :reason, :author,
                       :verdict = 'confirmed' or coalesce(g.former = 'confirmed', false)
                from given g
                """)
                        .param("verdict", verdict.code())
                        .param("reason", reason)
                        .param("author", author)
                        .param("id", finding)
                        .param("seen", seen)
                        .update()
                > 0;
    }
}
