package mainstay.dossier.search;

import java.util.List;
import mainstay.accounts.search.TextKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Numbers of what may be meant; what they say is read under the policies afterwards.
@Repository
@Transactional(readOnly = true)
class Candidates {

    private static final int FOR_EACH = 5;

    private final JdbcClient database;
    private final ArchiveKeys keys;

    Candidates(JdbcClient database, ArchiveKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// @param kind `fact` or `document`
    List<Long> of(String kind, String typed, int most) {
        String question = TextKeys.question(typed);
        if (question.isEmpty()) {
            return List.of();
        }
        keys.catchUp();
        return database.sql("select s.id from dossier.search(:kind, :question, :most) s (id)")
                .param("question", question)
                .param("most", most * FOR_EACH)
                .param("kind", kind)
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
