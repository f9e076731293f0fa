package mainstay.team.duty;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The fields of work, and what the firm set for teams.
@Repository
class Fields {

    private static final String COLUMNS =
            "select id, code, title, from_stars, weekly_hours, place, retired_at is not null as retired from team.field ";

    private final JdbcClient database;
    private final Clock clock;

    Fields(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param watchedFrom accounts from so many stars on are looked after one by one; 5: key accounts alone
    record Settings(BigDecimal weeklyHours, int watchedFrom) {}

    List<Field> all() {
        return database.sql(COLUMNS + "order by retired_at is not null, place, id")
                .query(RecordRows.of(Field.class))
                .list();
    }

    Optional<Field> find(int id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(RecordRows.of(Field.class))
                .optional();
    }

    void add(String title, int fromStars, @Nullable BigDecimal hours) {
        database.sql("""
                        insert into team.field (title, from_stars, weekly_hours, place)
                        select :title, :stars, :hours, coalesce(max(f.place), 0) + 1 from team.field f
                        """)
                .param("title", title)
                .param("stars", fromStars)
                .param("hours", hours)
                .update();
    }

    void change(int id, @Nullable String title, int fromStars, @Nullable BigDecimal hours, boolean retired) {
        database.sql("""
                        update team.field
                        set title = :title, from_stars = :stars, weekly_hours = :hours,
                            retired_at = case when :retired then coalesce(retired_at, cast(:now as timestamptz)) end
                        where id = :id
                        """)
                .param("id", id)
                .param("title", title)
                .param("stars", fromStars)
                .param("hours", hours)
                .param("retired", retired)
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    Settings settings() {
        return database.sql("select weekly_hours, watched_from from team.setting")
                .query(RecordRows.of(Settings.class))
                .single();
    }

    void settings(Settings settings) {
        database.sql("update team.setting set weekly_hours = :hours, watched_from = :stars")
                .param("hours", settings.weeklyHours())
                .param("stars", settings.watchedFrom())
                .update();
    }
}
