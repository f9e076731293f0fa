package mainstay.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.dossier.Part;
import mainstay.dossier.document.Document.Retirement;
import mainstay.dossier.document.Document.Version;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The kept documents, as far as their reader may see them.
@Repository
@Transactional
class Documents {

    static final int PIECE = 256 * 1024;
    private static final int MOST = 500;

    private final JdbcClient database;

    Documents(JdbcClient database) {
        this.database = database;
    }

    /// A document without content yet.
    ///
    /// @param fact   null where it belongs to the account as a whole
    /// @param person of the account, whom it tells of; null: nobody
    /// @param submission of the form it was sent with; null where there was none
    record Entry(
            long account,
            @Nullable Long fact,
            @Nullable Long person,
            Part part,
            Level level,
            @Nullable UUID submission) {}

    /// What a version is told by.
    ///
    /// @param hash in hexadecimal digits
    record Content(String name, FileKind kind, long bytes, String hash, boolean scanned) {}

    /// All of an account, the newest first, those put aside last.
    @Transactional(readOnly = true)
    public List<Document> of(long account) {
        return documents("d.account_id = :wanted", account);
    }

    /// All that tell of a person, at whichever account, in the same order.
    @Transactional(readOnly = true)
    public List<Document> ofPerson(long person) {
        return documents("d.person_id = :wanted", person);
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(long id) {
        return documents("d.id = :wanted", id).stream().findFirst();
    }

    private List<Document> documents(String condition, long wanted) {
        Map<Long, List<Version>> versions = new HashMap<>();
        database.sql("""
                        select v.document_id, v.id, v.n, v.name, v.kind, v.bytes, v.pieces, v.scanned, v.filed_by, v.filed_at
                        from dossier.document_version v join dossier.document d on d.id = v.document_id
                        where %s order by v.n desc
                        """.formatted(condition)).param("wanted", wanted).query(row -> {
            versions.computeIfAbsent(row.getLong("document_id"), one -> new ArrayList<>())
                    .add(version(row));
        });
        return database
                .sql("""
                        select d.id, d.account_id, d.person_id, x.name as person, d.part, d.sensitivity, d.retired_at, d.retired_by, d.retired_because,
                               case when d.owner_kind = 'fact' then k.code end as field, k.name as field_name
                        from dossier.document d
                        left join dossier.fact f on d.owner_kind = 'fact' and f.id = d.owner_id
                        left join dossier.field k on k.id = f.field_id
                        left join accounts.pub_person x on x.id = d.person_id
                        where %s order by d.retired_at is not null, d.id desc limit %d
                        """.formatted(condition, MOST))
                .param("wanted", wanted)
                .query((row, number) -> document(row, versions.getOrDefault(row.getLong("id"), List.of())))
                .list()
                .stream()
                .filter(document -> !document.versions().isEmpty())
                .toList();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getInt("n"),
                row.getString("name"),
                FileKind.of(row.getString("kind")),
                row.getLong("bytes"),
                row.getInt("pieces"),
                row.getBoolean("scanned"),
                row.getString("filed_by"),
                Objects.requireNonNull(Sql.instant(row, "filed_at")));
    }

    private static Document document(ResultSet row, List<Version> versions) throws SQLException {
        String field = row.getString("field");
        String name = row.getString("field_name");
        Long person = row.getObject("person_id", Long.class);
        Instant retired = Sql.instant(row, "retired_at");
        return new Document(
                row.getLong("id"),
                row.getLong("account_id"),
                field,
                field == null ? null : Objects.requireNonNullElse(name, "archive.field." + field),
                person == null
                        ? null
                        : new Document.Subject(
                                person, Objects.requireNonNullElse(row.getString("person"), "#" + person)),
                Part.parse(row.getString("part")).orElseThrow(),
                Level.of(row.getInt("sensitivity")),
                versions,
                retired == null
                        ? null
                        : new Retirement(retired, row.getString("retired_by"), row.getString("retired_because")));
    }

    /// Up to which level the reader writes of an account; 0 where not at all.
    @Transactional(readOnly = true)
    public int reach(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /// The fact of an account that stands in a field, as far as the reader may see it.
    @Transactional(readOnly = true)
    public Optional<Long> fact(long account, String field) {
        return database.sql("""
                        select f.id from dossier.pub_fact f where f.account_id = :account and f.field = :field
                        """)
                .param("account", account)
                .param("field", field)
                .query(Long.class)
                .optional();
    }

    /// The document that came of the same form with the same content before. Whoever sends it again meanwhile waits
    /// until the transaction ends.
    Optional<Long> sent(Entry entry, String hash) {
        if (entry.submission() == null) {
            return Optional.empty();
        }
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.document'), hashtext(:submission))::text")
                .param("submission", entry.submission().toString())
                .query()
                .singleRow();
        return database.sql("""
                        select d.id from dossier.document d
                        where d.account_id = :account and d.submission = :submission
                          and exists (select 1 from dossier.document_version v
                                      where v.document_id = d.id and v.hash = decode(:hash, 'hex'))
                        order by d.id limit 1
                        """)
                .param("account", entry.account())
                .param("submission", entry.submission())
                .param("hash", hash)
                .query(Long.class)
                .optional();
    }

    long add(Entry entry, Instant at) {
        return database.sql("""
                        insert into dossier.document
                            (account_id, owner_kind, owner_id, person_id, part, sensitivity, submission, added_by, added_at)
                        values (:account, :kind, :owner, :person, :part, :level, :submission, :by, :at) returning id
                        """)
                .param("account", entry.account())
                .param("kind", entry.fact() == null ? "account" : "fact")
                .param("owner", Objects.requireNonNullElse(entry.fact(), entry.account()))
                .param("person", entry.person(), Types.BIGINT)
                .param("part", entry.part().code())
                .param("level", entry.level().number())
                .param("submission", entry.submission(), Types.OTHER)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(at))
                .query(Long.class)
                .single();
    }

    /// Nobody else writes of this document until the transaction ends.
    void hold(long document) {
        database.sql("select pg_advisory_xact_lock(hashtext('dossier.document'), hashint8(:document))::text")
                .param("document", document)
                .query()
                .singleRow();
    }

    /// Whether the newest version has this content.
    boolean isSame(long document, String hash) {
        return database.sql("""
                        select exists (select from dossier.document_version v
                                       where v.document_id = :document and v.hash = decode(:hash, 'hex')
                                         and v.n = (select max(o.n) from dossier.document_version o where o.document_id = :document))
                        """)
                .param("document", document)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void file(long document, Content content, InputStream bytes, Instant at) throws IOException {
        Actor actor = Acting.actor();
        long version = database.sql("""
                        insert into dossier.document_version
                            (document_id, n, name, kind, bytes, pieces, hash, scanned, user_id, filed_by, filed_at)
                        select :document, coalesce(max(v.n), 0) + 1, :name, :kind, :bytes, :pieces, decode(:hash, 'hex'), :scanned,
                               cast(:user as bigint), :by, :at
                        from dossier.document_version v where v.document_id = :document
                        returning id
                        """)
                .param("document", document)
                .param("name", content.name())
                .param("kind", content.kind().code())
                .param("bytes", content.bytes())
                .param("pieces", Math.ceilDiv(content.bytes(), PIECE))
                .param("hash", content.hash())
                .param("scanned", content.scanned())
                .param("user", actor.id())
                .param("by", actor.name())
                .param("at", Sql.timestamp(at))
                .query(Long.class)
                .single();
        byte[] piece = bytes.readNBytes(PIECE);
        for (int n = 0; piece.length > 0; n++) {
            database.sql("insert into dossier.document_piece (version_id, n, content) values (:version, :n, :content)")
                    .param("version", version)
                    .param("n", n)
                    .param("content", piece)
                    .update();
            piece = bytes.readNBytes(PIECE);
        }
    }

    /// Each piece is asked for by itself, so that whoever reads slowly holds no connection.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public byte[] piece(long version, int n) {
        return database.sql("select content from dossier.document_piece where version_id = :version and n = :n")
                .param("version", version)
                .param("n", n)
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    /// @return false where it was put aside already
    boolean retire(long document, Retirement retirement) {
        return database.sql("""
                        update dossier.document set retired_at = :at, retired_by = :by, retired_because = :because
                        where id = :document and retired_at is null
                        """)
                        .param("document", document)
                        .param("at", Sql.timestamp(retirement.at()))
                        .param("by", retirement.by())
                        .param("because", retirement.because())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public long count(long account) {
        return database.sql("select count(*) from dossier.document where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
