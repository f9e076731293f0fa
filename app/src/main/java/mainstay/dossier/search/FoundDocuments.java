package mainstay.dossier.search;

import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.accounts.FoundBesides;
import mainstay.identity.TokenScope;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Documents by their names.
@Component
@Order(2)
@Transactional(readOnly = true)
class FoundDocuments implements FoundBesides {

    private final Candidates candidates;
    private final JdbcClient database;

    FoundDocuments(Candidates candidates, JdbcClient database) {
        this.candidates = candidates;
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "document.title";
    }

    @Override
    public TokenScope scope() {
        return TokenScope.READ_ARCHIVE;
    }

    @Override
    public List<Hit> find(String typed, int most) {
        List<Long> ids = candidates.of("document", typed, most);
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select a.code, a.name as account, d.id, v.name, v.kind
                        from dossier.document d
                        join dossier.document_version v on v.document_id = d.id
                        join accounts.pub_card a on a.id = d.account_id
                        where d.id = any(:ids) and d.sensitivity < 4
                          and v.n = (select max(l.n) from dossier.document_version l where l.document_id = d.id)
                        order by d.id desc limit :most
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("most", most)
                .query((row, number) -> new Hit(
                        AccountCard.pathOf(row.getString("code")) + "/documents#document-" + row.getLong("id"),
                        row.getString("account"),
                        "document.kind." + row.getString("kind"),
                        Snippet.of(row.getString("name"), typed)))
                .list();
    }
}
