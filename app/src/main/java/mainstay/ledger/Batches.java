package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.LedgerFile;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.ledger.file.SourceFile;
import mainstay.shared.Period;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The book of imports.
@Repository
class Batches {

    private final JdbcClient database;
    private final Clock clock;

    Batches(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    long nextId() {
        return database.sql("select nextval('ledger.batch_id_seq')")
                .query(Long.class)
                .single();
    }

    void open(long id, ImportRequest request) {
        database.sql("""
                        insert into ledger.batch (id, kind, status, file_name, replaces, rehearses, by_user, started_at, wish)
                        overriding system value
                        values (:id, :kind, 'running', :file, (select b.id from ledger.batch b where b.id = :replaces), :rehearses,
                                :user, :now, cast(:wish as jsonb))
                        """)
                .param("id", id)
                .param("kind", request.wish().kind().orElse(Kind.SALES).code())
                .param("file", request.fileName())
                .param("replaces", request.replaces())
                .param("rehearses", request.rehearses())
                .param("user", Acting.actor().name())
                .param("wish", ImportChoices.of(request).toJson())
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    void lookedAt(long id, SourceFile file) {
        database.sql("update ledger.batch set sha256 = :sha256, bytes = :bytes where id = :id")
                .param("id", id)
                .param("sha256", file.sha256())
                .param("bytes", file.bytes())
                .update();
    }

    void understood(long id, LedgerFile file, String source) {
        database.sql("""
                        update ledger.batch
                        set kind = :kind, source = :source, profile = :profile, sha256 = :content, headers = :headers,
                            unmapped_columns = :unmapped, columns = cast(:columns as jsonb)
                        where id = :id
                        """)
                .param("id", id)
                .param("kind", file.kind().code())
                .param("source", source)
                .param("profile", file.profileName())
                .param("content", file.fingerprint())
                .param("headers", file.headers().toArray(String[]::new))
                .param("unmapped", file.unmappedColumns().toArray(String[]::new))
                .param("columns", JsonMapper.shared().writeValueAsString(file.columns()))
                .update();
    }

    /// Notes how far a running import is.
    ///
    /// @return whether it shall go on
    boolean goesOn(long id, ImportWatch.Progress progress) {
        return database.sql("""
                        update ledger.batch set rows = :rows, share_read = :share, rows_per_second = :rate
                        where id = :id returning not cancel_wanted
                        """)
                .param("id", id)
                .param("rows", progress.rows())
                .param("share", progress.share())
                .param("rate", progress.rowsPerSecond())
                .query(Boolean.class)
                .single();
    }

    /// Asks a running import to stop; false where none runs.
    boolean cancel(long id) {
        return database.sql("update ledger.batch set cancel_wanted = true where id = :id and status = 'running'")
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean isRunning(long id) {
        return database.sql("select status = 'running' from ledger.batch where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// The file of this import is in the ledger already.
    void same(long id, long other) {
        database.sql("""
                        update ledger.batch set status = 'same', same_as = :other, finished_at = :now where id = :id
                        """)
                .param("id", id)
                .param("other", other)
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    void done(long id, Kind kind, long rows, Published published) {
        database.sql("""
                        update ledger.batch
                        set status = 'done', rows = :rows, accepted = :accepted, known = :known,
                            rejected = (select count(distinct p.file_line) from ledger.row_problem p where p.batch_id = :id),
                            unattributed = :unattributed, accounts_created = :created, amount = :amount,
                            data_from = :from, data_to = :to, finished_at = :now,
                            on_closed_accounts = :onClosed
                        where id = :id
                        """)
                .param("id", id)
                .param("onClosed", onClosedAccounts(id, kind, published))
                .param("rows", rows)
                .param("accepted", published.accepted())
                .param("known", published.known())
                .param("unattributed", published.unattributed())
                .param("created", published.accountsCreated())
                .param("amount", published.amount())
                .param("from", published.from())
                .param("to", published.to())
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    /// Sales lines of a batch from the closing of their account on, while they are in the ledger.
    long onClosedAccounts(long id, Kind kind, Published published) {
        if (kind != Kind.SALES || published.from() == null) {
            return 0;
        }
        return database.sql("""
                        select count(*)
                        from accounts.pub_card a
                        cross join lateral (
                            select from ledger.sales_line l
                            where l.account_id = a.id and l.batch_id = :id
                              and l.date between greatest(a.closed_on, cast(:from as date)) and cast(:to as date)
                            offset 0) l
                        where a.closed_on <= cast(:to as date)
                        """)
                .param("id", id)
                .param("from", published.from())
                .param("to", published.to())
                .query(Long.class)
                .single();
    }

    /// The days that would change: those of the new lines and those of the batch that makes room.
    Optional<Period> days(@Nullable Long replaced, Published would) {
        return database.sql("""
                        select min(d.day) as low, max(d.day) as high
                        from (select unnest(array[b.data_from, b.data_to]) as day from ledger.batch b where b.id = :replaced
                              union all select unnest(array[cast(:from as date), cast(:to as date)])) d
                        """)
                .param("replaced", replaced)
                .param("from", would.from())
                .param("to", would.to())
                .query((row, number) -> {
                    LocalDate low = Sql.date(row, "low");
                    LocalDate high = Sql.date(row, "high");
                    return low == null || high == null ? Optional.<Period>empty() : Optional.of(new Period(low, high));
                })
                .single();
    }

    void rehearsed(long id, long rows, Published would, long onClosed, List<MonthEffect> effect) {
        database.sql("""
                        update ledger.batch
                        set status = 'rehearsed', rows = :rows, accepted = :accepted, known = :known,
                            rejected = (select count(distinct p.file_line) from ledger.row_problem p where p.batch_id = :id),
                            unattributed = :unattributed, accounts_created = :created, amount = :amount,
                            data_from = :from, data_to = :to, on_closed_accounts = :onClosed,
                            effect = cast(:effect as jsonb), finished_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("rows", rows)
                .param("accepted", would.accepted())
                .param("known", would.known())
                .param("unattributed", would.unattributed())
                .param("created", would.accountsCreated())
                .param("amount", would.amount())
                .param("from", would.from())
                .param("to", would.to())
                .param("onClosed", onClosed)
                .param("effect", JsonMapper.shared().writeValueAsString(effect))
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    void ended(long id, Status status, long rows) {
        database.sql("""
                        update ledger.batch
                        set status = :status, rows = :rows, finished_at = :now,
                            rejected = (select count(distinct p.file_line) from ledger.row_problem p
                                        where p.batch_id = :id and p.file_line > 1)
                        where id = :id and status = 'running'
                        """)
                .param("id", id)
                .param("status", status.code())
                .param("rows", rows)
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    /// @return whether it was in the ledger until now
    boolean withdrawn(long id) {
        return database.sql("update ledger.batch set status = 'withdrawn', withdrawn_at = :now"
                                + " where id = :id and status = 'done'")
                        .param("id", id)
                        .param("now", Sql.timestamp(clock.instant()))
                        .update()
                == 1;
    }

    Optional<Long> withSameFile(String sha256, Kind kind) {
        return database.sql("""
                        select max(id) from ledger.batch where sha256 = :sha256 and kind = :kind and status = 'done'
                        """)
                .param("sha256", sha256)
                .param("kind", kind.code())
                .query(Long.class)
                .optional();
    }

    /// What a batch is, apart from its figures.
    record Standing(long id, Kind kind, Status status) {}

    Optional<Standing> standing(long id) {
        return database.sql("select id, kind, status from ledger.batch where id = :id")
                .param("id", id)
                .query((row, number) -> new Standing(row.getLong("id"), kind(row), status(row)))
                .optional();
    }

    /// The report of an import; of the earlier one where the file was there already. Its own state is read first: it
    /// may turn into "same" between the two questions, but never out of it.
    Optional<ImportReport> report(long id) {
        return standingReport(id)
                .flatMap(own -> own.status() == Status.SAME
                        ? standingReport(sameAs(id)).map(earlier -> earlier.with(Status.ALREADY_IMPORTED))
                        : Optional.of(own));
    }

    private long sameAs(long id) {
        return database.sql("select same_as from ledger.batch where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private Optional<ImportReport> standingReport(long id) {
        return database.sql("""
                        select id, kind, status, rows, accepted, rejected, known, unattributed, accounts_created, amount,
                               data_from, data_to, unmapped_columns, started_at, coalesce(finished_at, :now) as ended_at,
                               on_closed_accounts, effect
                        from ledger.batch where id = :id
                        """)
                .param("id", id)
                .param("now", Sql.timestamp(clock.instant()))
                .query((row, number) -> toReport(row))
                .optional();
    }

    List<BatchEntry> newest(int most) {
        return database.sql("""
                        select id, kind, status, file_name, rows, accepted, rejected, known, data_from, data_to, by_user,
                               started_at
                        from ledger.pub_batch order by id desc limit :most
                        """)
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    private static BatchEntry entry(ResultSet row) throws SQLException {
        return new BatchEntry(
                row.getLong("id"),
                row.getString("kind"),
                status(row).code(),
                row.getString("file_name"),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("known"),
                Sql.date(row, "data_from"),
                Sql.date(row, "data_to"),
                row.getString("by_user"),
                Sql.instant(row, "started_at"));
    }

    private ImportReport toReport(ResultSet row) throws SQLException {
        Instant started = Sql.instant(row, "started_at");
        Instant ended = Sql.instant(row, "ended_at");
        double seconds = started == null || ended == null
                ? 0
                : Duration.between(started, ended).toMillis() / 1000.0;
        return new ImportReport(
                row.getLong("id"),
                status(row),
                kind(row),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("known"),
                row.getLong("unattributed"),
                row.getLong("accounts_created"),
                row.getLong("on_closed_accounts"),
                Sql.number(row, "amount"),
                Sql.date(row, "data_from"),
                Sql.date(row, "data_to"),
                texts(row, "unmapped_columns"),
                problems(row.getLong("id"), ImportReport.PROBLEMS_SHOWN),
                effect(row.getString("effect")),
                seconds);
    }

    private static List<MonthEffect> effect(@Nullable String json) {
        return json == null ? List.of() : List.of(JsonMapper.shared().readValue(json, MonthEffect[].class));
    }

    List<RowProblem> problems(long batch, int most) {
        return database.sql("""
                        select file_line, field, reason, args, value from ledger.row_problem
                        where batch_id = :batch order by file_line, id limit :most
                        """)
                .param("batch", batch)
                .param("most", most)
                .query((row, number) -> new RowProblem(
                        row.getLong("file_line"),
                        row.getString("field"),
                        Reason.of(row.getString("reason")),
                        texts(row, "args"),
                        row.getString("value")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.of(row.getString("kind")).orElseThrow();
    }

    private static Status status(ResultSet row) throws SQLException {
        return Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    }
}
