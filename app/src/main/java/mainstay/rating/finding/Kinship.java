package mainstay.rating.finding;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is whose and of which kind. Runs ask every few seconds whether it changed: all accounts are read again only
/// where one did.
@Repository
class Kinship {

    private final JdbcClient jdbc;

    @Nullable
    private volatile Known known;

    Kinship(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(@Nullable LocalDate asOf, long revision, String kin) {

        boolean holds(@Nullable LocalDate day, long now) {
            return revision == now && Objects.equals(asOf, day);
        }
    }

    /// Groups and categories of all accounts on a day, in one text.
    String on(@Nullable LocalDate asOf) {
        long revision = jdbc.sql("select revision from accounts.pub_list_revision")
                .query(Long.class)
                .single();
        Known before = known;
        if (before != null && before.holds(asOf, revision)) {
            return before.kin();
        }
        String kin = read(asOf);
        known = new Known(asOf, revision, kin);
        return kin;
    }

    private String read(@Nullable LocalDate asOf) {
        return jdbc.sql("""
                select concat_ws(':', (select sum(hashint8extended(c.child_id, c.parent_id)) from accounts.pub_control(:asOf) c),
                                 (select sum(hashtextextended(a.category, a.id)) from accounts.pub_card a where a.category <> ''))
                """).param("asOf", asOf, Types.DATE).query(String.class).single();
    }
}
