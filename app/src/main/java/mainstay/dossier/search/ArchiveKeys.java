package mainstay.dossier.search;

import java.util.List;
import java.util.Objects;
import mainstay.accounts.search.TextKeys;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.CatchUp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/// Derives the keys by which facts and documents are found, for what has arrived since.
@Service
class ArchiveKeys {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient database;
    private final CatchUp backlog;

    ArchiveKeys(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.backlog = new CatchUp(transactions, this::step);
    }

    /// Whoever looks for what was written a moment ago finds it.
    void catchUp() {
        if (isDue()) {
            Acting.run(Actor.operator(), backlog::once);
        }
    }

    void catchUpWholly() {
        Acting.run(Actor.operator(), backlog::wholly);
    }

    private boolean isDue() {
        return database.sql("select dossier.search_is_due()")
                .query(Boolean.class)
                .single();
    }

    /// Something that is due with what it says.
    private record Said(String kind, long id, String text) {}

    private boolean step() {
        if (!begin()) {
            return false;
        }
        List<Long> taken = database.sql("select d.n from dossier.search_due d order by d.n limit :most")
                .param("most", AT_ONCE)
                .query((row, number) -> row.getLong("n"))
                .list();
        if (taken.isEmpty()) {
            return false;
        }
        Long[] due = taken.toArray(Long[]::new);
        database.sql("""
                        delete from dossier.search_entry e using dossier.search_due d
                        where d.n = any(:due) and e.kind = d.kind and e.ref_id = d.ref_id
                        """).param("due", due).update();
        derive(said(due));
        database.sql("delete from dossier.search_due where n = any(:due)")
                .param("due", due)
                .update();
        return true;
    }

    private boolean begin() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('dossier.search'))")
                .query(Boolean.class)
                .single();
    }

    private List<Said> said(Long[] due) {
        return database.sql("""
                        select distinct 'fact' as kind, f.id, coalesce(f.word, f.figure::text, f.day::text) as text
                        from dossier.search_due d join dossier.fact f on d.kind = 'fact' and f.id = d.ref_id
                        where d.n = any(:due) and f.sensitivity < 4
                        union all
                        select distinct 'document', v.document_id, v.name
                        from dossier.search_due d
                        join dossier.document o on d.kind = 'document' and o.id = d.ref_id
                        join dossier.document_version v on v.document_id = o.id
                        where d.n = any(:due) and o.sensitivity < 4
                          and v.n = (select max(l.n) from dossier.document_version l where l.document_id = o.id)
                        """)
                .param("due", due)
                .query((row, number) -> new Said(
                        row.getString("kind"), row.getLong("id"), Objects.requireNonNull(row.getString("text"))))
                .list();
    }

    private void derive(List<Said> said) {
        database.sql("""
                        insert into dossier.search_entry (kind, ref_id, keys)
                        select k.kind, k.id, array_to_tsvector(string_to_array(k.keys, ' '))
                        from unnest(cast(:kinds as text[]), cast(:ids as bigint[]), cast(:keys as text[])) k (kind, id, keys)
                        on conflict (kind, ref_id) do update set keys = excluded.keys
                        """)
                .param("kinds", said.stream().map(Said::kind).toArray(String[]::new))
                .param("ids", said.stream().map(Said::id).toArray(Long[]::new))
                .param(
                        "keys",
                        said.stream()
                                .map(one -> String.join(" ", TextKeys.of(one.text())))
                                .toArray(String[]::new))
                .update();
    }
}
