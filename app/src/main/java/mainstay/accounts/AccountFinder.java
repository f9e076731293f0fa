package mainstay.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.search.Misspelling;
import mainstay.accounts.search.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks the index, and reads what was found as the reader may see it.
@Repository
class AccountFinder {

    private final JdbcClient database;

    AccountFinder(JdbcClient database) {
        this.database = database;
    }

    List<Long> ids(List<String> questions, int most) {
        return database.sql("select distinct s.account_id from accounts.search(cast(:questions as text[]), :most) s")
                .param("questions", questions.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }

    /// The question that words of names answer which are spelt almost so.
    String respelt(Wanted wanted) {
        return wanted.respelt(this::alike);
    }

    private Collection<String> alike(String word) {
        return database
                .sql("select w from accounts.words_like(:word) w")
                .param("word", word)
                .query((row, number) -> Objects.requireNonNull(row.getString("w")))
                .stream()
                .filter(other -> Misspelling.isOf(word, other))
                .toList();
    }

    List<FoundAccount> accounts(Collection<Long> ids) {
        return database.sql("""
                        select a.id, a.code, a.name, a.region, m.name as manager,
                               coalesce(a.closed_on <= (select identity.pub_today()), false) as closed
                        from accounts.account a
                        left join accounts.manager m on m.code = a.manager_code
                        where a.id = any(:ids) and not a.withdrawn
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> account(row))
                .list();
    }

    static FoundAccount account(ResultSet row) throws SQLException {
        return new FoundAccount(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("manager"),
                row.getBoolean("closed"),
                null,
                List.of());
    }

    /// Codes of other sources and names of before, the latest first.
    record Elsewhere(long id, List<String> codes, List<String> names) {}

    Map<Long, Elsewhere> elsewhere(Collection<Long> ids) {
        return database
                .sql("select e.account_id, e.codes, e.names from accounts.called_elsewhere(cast(:ids as bigint[])) e")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) ->
                        new Elsewhere(row.getLong("account_id"), texts(row, "codes"), texts(row, "names")))
                .list()
                .stream()
                .collect(Collectors.toMap(Elsewhere::id, Function.identity()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
