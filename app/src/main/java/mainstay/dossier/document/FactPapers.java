package mainstay.dossier.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Evidence;
import mainstay.dossier.Field;
import mainstay.dossier.document.DocumentOutcome.Filed;
import mainstay.dossier.document.DocumentOutcome.Refused;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// Documents as evidence of facts: kept for one, or of the account and named.
@Component
class FactPapers implements Evidence {

    private static final int MOST_OFFERED = 200;

    private final DocumentDesk desk;
    private final JdbcClient database;
    private final Clock clock;

    FactPapers(DocumentDesk desk, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<Paper>> of(AccountCard account) {
        Map<Long, List<Paper>> papers = new HashMap<>();
        database.sql("""
                        select e.fact_id, d.id, v.n, v.name, v.kind, d.retired_at is not null as retired
                        from (select d.owner_id, d.id from dossier.document d
                              where d.account_id = :account and d.owner_kind = 'fact'
                              union
                              select n.fact_id, n.document_id
                              from dossier.document d join dossier.fact_evidence n on n.document_id = d.id
                              where d.account_id = :account) e(fact_id, document_id)
                        join dossier.document d on d.id = e.document_id
                        join lateral (select n.n, n.name, n.kind from dossier.document_version n
                                      where n.document_id = d.id order by n.n desc limit 1) v on true
                        order by d.id
                        """).param("account", account.id()).query(row -> {
            papers.computeIfAbsent(row.getLong("fact_id"), first -> new ArrayList<>())
                    .add(new Paper(
                            row.getLong("id"),
                            row.getString("name"),
                            href(account, row.getLong("id"), row.getInt("n"), FileKind.of(row.getString("kind"))),
                            row.getBoolean("retired")));
        });
        return papers;
    }

    private static String href(AccountCard account, long id, int n, FileKind kind) {
        String path = account.path() + "/" + DocumentPanels.DOCUMENTS + "/" + id + "/" + n;
        return kind.isShown() ? path + "?show=true" : path;
    }

    @Override
    public List<Paper> offered(AccountCard account) {
        return desk.of(account).stream()
                .filter(document -> document.retired() == null)
                .limit(MOST_OFFERED)
                .map(document -> new Paper(
                        document.id(),
                        document.newest().name(),
                        href(
                                account,
                                document.id(),
                                document.newest().n(),
                                document.newest().kind()),
                        false))
                .toList();
    }

    @Override
    @Transactional
    public void carry(long from, long to) {
        database.sql("""
                        insert into dossier.fact_evidence (fact_id, document_id, named_by, named_at)
                        select :to, e.document_id, :by, :at
                        from dossier.evidence e join dossier.document d on d.id = e.document_id and d.retired_at is null
                        where e.fact_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public Optional<Text> name(AccountCard account, long fact, long document) {
        if (offered(account).stream().noneMatch(paper -> paper.id() == document)) {
            return Optional.of(Text.of("evidence.wrong.document"));
        }
        if (of(account).getOrDefault(fact, List.of()).stream().noneMatch(paper -> paper.id() == document)) {
            database.sql("""
                            insert into dossier.fact_evidence (fact_id, document_id, named_by, named_at)
                            values (:fact, :document, :by, :at) on conflict do nothing
                            """)
                    .param("fact", fact)
                    .param("document", document)
                    .param("by", Acting.actor().name())
                    .param("at", Sql.timestamp(clock.instant()))
                    .update();
        }
        return Optional.empty();
    }

    @Override
    public Optional<Text> keep(AccountCard account, Field field, long fact, MultipartFile file) {
        try {
            return switch (SentFiles.during(file, sent -> desk.keepFor(account, field, fact, sent))) {
                case Filed filed -> Optional.empty();
                case Refused refused -> Optional.of(refused.reason());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
