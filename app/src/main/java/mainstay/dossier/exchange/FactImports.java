package mainstay.dossier.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mainstay.activity.Timeline;
import mainstay.dossier.FactForm;
import mainstay.dossier.Field;
import mainstay.dossier.exchange.Checked.State;
import mainstay.dossier.exchange.FactDrafts.Draft;
import mainstay.identity.Acting;
import mainstay.ledger.file.FileRefused;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/// Takes files with facts: first a look at all rows, then all of them or the good ones, at once or not at all.
@Service
@Transactional
class FactImports {

    private final FactDrafts drafts;
    private final FactChecks checks;
    private final Timeline timeline;
    private final Texts texts;
    private final JdbcClient database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    FactImports(
            FactDrafts drafts, FactChecks checks, Timeline timeline, Texts texts, JdbcClient database, Clock clock) {
        this.drafts = drafts;
        this.checks = checks;
        this.timeline = timeline;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
    }

    /// What writing did.
    ///
    /// @param bad left out
    public record Written(long written, long known, long bad) {}

    /// Reads a file and keeps it for its sender's decision.
    public long look(Path file, String name, Locale language) throws FileRefused {
        return drafts.add(name, read(file, language));
    }

    FactFile read(Path file, Locale language) throws FileRefused {
        FactFile read = FactFile.read(file, texts, language);
        if (read.isTooLong()) {
            throw new Problem.Invalid("factFile.tooLong", FactFile.MOST);
        }
        return read;
    }

    @Transactional(readOnly = true)
    public FactTrial trial(long id) {
        return trial(draft(id));
    }

    private FactTrial trial(Draft draft) {
        return new FactTrial(draft.id(), draft.fileName(), draft.headers(), checks.of(draft.rows()));
    }

    private Draft draft(long id) {
        return drafts.find(id).orElseThrow(() -> new Problem.NotFound("factFile.noDraft"));
    }

    /// @param all refuse where any row is bad, instead of leaving it out
    public Written write(long id, boolean all) {
        hold();
        Draft draft = draft(id);
        if (!drafts.remove(id)) {
            throw new Problem.Conflict("factFile.noDraft");
        }
        return write(draft.fileName(), trial(draft), all);
    }

    /// The same in one go, for programs.
    public Written write(String name, FactFile file, boolean all) {
        hold();
        return write(name, new FactTrial(0, name, file.headers(), checks.of(file.rows())), all);
    }

    FactTrial trial(String name, FactFile file) {
        return new FactTrial(0, name, file.headers(), checks.of(file.rows()));
    }

    public void giveUp(long id) {
        drafts.remove(id);
    }

    /// Nobody else writes facts until this is done, so that what was checked still holds.
    private void hold() {
        database.sql("select dossier.hold_all_accounts()::text").query().singleRow();
    }

    private Written write(String name, FactTrial trial, boolean all) {
        if (all && trial.bad() > 0) {
            throw new Problem.Invalid("factFile.notAll", trial.bad());
        }
        List<Checked> good = trial.rows().stream()
                .filter(row -> row.state() == State.NEW || row.state() == State.LATE)
                .toList();
        if (!good.isEmpty()) {
            add(good);
            timeline.note(null, "factsImported", Map.of("file", name, "rows", String.valueOf(good.size())));
        }
        return new Written(good.size(), trial.known(), trial.bad());
    }

    /// One of many facts.
    record NewFact(
            long account,
            long field,
            @Nullable String word,
            @Nullable String figure,
            @Nullable String day,
            String source,
            String observed,
            String confidence) {

        static NewFact of(Checked row) {
            Field field = Objects.requireNonNull(row.field());
            FactForm.Wish wish = Objects.requireNonNull(row.wish());
            return new NewFact(
                    row.account(),
                    field.id(),
                    wish.value().word(),
                    wish.value().figure() == null ? null : wish.value().figure().toPlainString(),
                    wish.value().day() == null ? null : wish.value().day().toString(),
                    wish.source(),
                    wish.observedOn().toString(),
                    wish.confidence().code());
        }
    }

    private void add(List<Checked> good) {
        database.sql("""
                        insert into dossier.fact
                            (account_id, field_id, word, figure, day, source, observed_on, confidence, recorded_by, recorded_at)
                        select n.account, n.field, n.word, n.figure, n.day, n.source, n.observed, n.confidence, :by, :at
                        from rows from (jsonb_to_recordset(cast(:rows as jsonb))
                                as (account bigint, field bigint, word text, figure numeric, day date, source text, observed date,
                                    confidence text)) with ordinality
                            n(account, field, word, figure, day, source, observed, confidence, place)
                        order by n.place
                        """)
                .param(
                        "rows",
                        json.writeValueAsString(good.stream().map(NewFact::of).toList()))
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }
}
