package mainstay.dossier;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mainstay.dossier.FieldForm.Wish;
import mainstay.identity.Level;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The fields of the archive as they are kept.
@Repository
@Transactional
class Fields implements KnownFields {

    private static final String COLUMNS = """
            select d.id, d.code, d.name, d.part, d.kind, d.unit, d.choices, d.half_life, d.weight, d.sensitivity, d.categories,
                   d.least_stars, d.retired_at is not null as retired, d.revision
            from dossier.field d
            """;

    private final JdbcClient database;
    private final Clock clock;

    Fields(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Field> all() {
        return database.sql(COLUMNS + "order by d.place, d.id")
                .query(Fields::field)
                .list();
    }

    Optional<Field> byCode(String code) {
        return database.sql(COLUMNS + "where d.code = :code")
                .param("code", code)
                .query(Fields::field)
                .optional();
    }

    /// Whether another field that is in use bears this name.
    boolean isNamed(String name, String exceptCode) {
        return database.sql("""
                        select exists (select from dossier.field d
                                       where lower(d.name) = lower(:name) and d.code <> :except and d.retired_at is null)
                        """)
                .param("name", name)
                .param("except", exceptCode)
                .query(Boolean.class)
                .single();
    }

    /// Categories that accounts of the reader have.
    List<String> categories() {
        return database.sql("""
                        select distinct a.category from accounts.pub_card a where a.category is not null order by 1 limit 200
                        """)
                .query((row, number) -> row.getString("category"))
                .list();
    }

    /// @return its code
    String add(Wish wish) {
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.field'))::text")
                .query()
                .singleRow();
        return with(wish, database.sql("""
                        insert into dossier.field
                            (code, name, part, kind, unit, choices, half_life, weight, sensitivity, categories, least_stars, place)
                        select 'own' || (coalesce(max(d.id), 0) + 1), cast(:name as text), cast(:part as text), cast(:kind as text),
                               cast(:unit as text), cast(:choices as text[]), cast(:halfLife as integer),
                               cast(:weight as smallint), cast(:sensitivity as smallint), cast(:categories as text[]),
                               cast(:leastStars as smallint), coalesce(max(d.place), 0) + 10
                        from dossier.field d
                        returning code
                        """))
                .param("part", wish.part().code())
                .param("kind", wish.kind().code())
                .param("unit", wish.unit())
                .query(String.class)
                .single();
    }

    /// @return false where somebody else changed it meanwhile
    boolean change(String code, int revision, Wish wish) {
        return with(wish, database.sql("""
                        update dossier.field
                        set name = :name, choices = :choices, half_life = :halfLife, weight = :weight,
                            sensitivity = :sensitivity, categories = :categories, least_stars = :leastStars,
                            revision = revision + 1
                        where code = :code and revision = :revision
                        """))
                        .param("code", code)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(Wish wish, JdbcClient.StatementSpec statement) {
        return statement
                .param("name", wish.name())
                .param("choices", array(wish.choices()))
                .param("halfLife", wish.halfLife())
                .param("weight", wish.weight())
                .param("sensitivity", wish.sensitivity().number())
                .param("categories", array(wish.categories()))
                .param("leastStars", wish.leastStars());
    }

    private static String @Nullable [] array(List<String> words) {
        return words.isEmpty() ? null : words.toArray(String[]::new);
    }

    /// @return false where it was so already
    boolean retire(String code, boolean retired) {
        return database.sql("""
                        update dossier.field set retired_at = case when :retired then cast(:now as timestamptz) end, revision = revision + 1
                        where code = :code and (retired_at is not null) <> :retired
                        """)
                        .param("code", code)
                        .param("retired", retired)
                        .param("now", Sql.timestamp(clock.instant()))
                        .update()
                == 1;
    }

    private static Field field(ResultSet row, int number) throws SQLException {
        return new Field(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Part.parse(row.getString("part")).orElseThrow(),
                FieldKind.parse(row.getString("kind")).orElseThrow(),
                row.getString("unit"),
                words(row.getArray("choices")),
                row.getObject("half_life", Integer.class),
                row.getInt("weight"),
                Level.of(row.getInt("sensitivity")),
                words(row.getArray("categories")),
                row.getObject("least_stars", Integer.class),
                row.getBoolean("retired"),
                row.getInt("revision"));
    }

    private static List<String> words(@Nullable Array column) throws SQLException {
        return column == null ? List.of() : List.of((String[]) column.getArray());
    }
}
