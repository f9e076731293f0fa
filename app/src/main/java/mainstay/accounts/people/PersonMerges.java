package mainstay.accounts.people;

import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which people stand for others. Only who sees everybody merges.
@Repository
@Transactional
class PersonMerges {

    private static final String STANDING = """
            select g.id, g.merged_id, g.survivor_id, x.name, g.by_user, g.merged_at
            from accounts.person_merge g join accounts.person x on x.id = g.merged_id
            where g.undone_at is null
            """;

    private final JdbcClient database;

    PersonMerges(JdbcClient database) {
        this.database = database;
    }

    /// A person and all who were merged into them.
    List<Long> members(long person) {
        return database.sql("select m.id from accounts.people_merged_with(:person) m order by m.id")
                .param("person", person)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /// Nobody else makes one person of two, parts or erases them until the transaction ends: what is read
    /// of them stays.
    void hold() {
        database.sql("select pg_advisory_xact_lock(hashtext('accounts.person_merge'))::text")
                .query()
                .singleRow();
    }

    /// @return false where one of them does not stand alone
    boolean merge(long survivor, long merged) {
        return database.sql("select accounts.merge_people(:survivor, :merged, :by) is not null")
                .param("survivor", survivor)
                .param("merged", merged)
                .param("by", Acting.actor().name())
                .query(Boolean.class)
                .single();
    }

    boolean part(long merge) {
        return database.sql("select accounts.part_people(:merge, :by)")
                .param("merge", merge)
                .param("by", Acting.actor().name())
                .query(Boolean.class)
                .single();
    }

    List<Long> erase(long person) {
        return database.sql("select m from unnest(accounts.erase_person(:person, :by)) m")
                .param("person", person)
                .param("by", Acting.actor().name())
                .query((row, number) -> row.getLong("m"))
                .list();
    }

    Optional<PersonMerge> standing(long id) {
        return database.sql(STANDING + " and g.id = :id")
                .param("id", id)
                .query(RecordRows.of(PersonMerge.class))
                .optional();
    }

    /// Those who were merged into somebody, directly or through others, the latest first.
    List<PersonMerge> into(long person) {
        return database.sql(STANDING + """
                        and g.survivor_id in (select m.id from accounts.people_merged_with(:person) m)
                        order by g.merged_at desc, g.id desc
                        """)
                .param("person", person)
                .query(RecordRows.of(PersonMerge.class))
                .list();
    }
}
