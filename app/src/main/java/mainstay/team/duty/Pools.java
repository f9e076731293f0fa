package mainstay.team.duty;

import java.time.Clock;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who answers for all accounts that nobody looks after one by one.
@Repository
class Pools {

    private final JdbcClient database;
    private final Clock clock;

    Pools(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param fieldId null for all fields that nobody else owns
    record Pool(long id, @Nullable Integer fieldId, long userId, String name, boolean enabled) {}

    List<Pool> standing() {
        return database.sql("""
                        select p.id, p.field_id, p.user_id, u.full_name as name, u.enabled
                        from team.pool p join identity.pub_user u on u.id = p.user_id
                        where p.until is null order by p.field_id nulls first
                        """).query(RecordRows.of(Pool.class)).list();
    }

    /// @param user null: nobody from now on
    void own(@Nullable Integer field, @Nullable Long user) {
        database.sql("""
                        update team.pool set until = greatest(since, :now)
                        where until is null and field_id is not distinct from cast(:field as integer)
                        """)
                .param("now", Sql.timestamp(clock.instant()))
                .param("field", field)
                .update();
        if (user != null) {
            database.sql("""
                            insert into team.pool (field_id, user_id, since, recorded_by)
                            values (cast(:field as integer), :user, :now, :by)
                            """)
                    .param("field", field)
                    .param("user", user)
                    .param("now", Sql.timestamp(clock.instant()))
                    .param("by", Acting.actor().name())
                    .update();
        }
    }
}
