package mainstay.relationships.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mainstay.activity.ActivityKinds;
import mainstay.activity.Timeline;
import mainstay.ledger.file.FileRefused;
import mainstay.relationships.ActivityDesk;
import mainstay.relationships.ActivityOutcome;
import mainstay.relationships.Colleagues;
import mainstay.relationships.Question;
import mainstay.relationships.exchange.ActivityDrafts.Draft;
import mainstay.relationships.exchange.ActivityTrial.Row;
import mainstay.relationships.exchange.ActivityTrial.State;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files with activities. A file is tried out by writing it and going back; then all of it is written, or its
/// good rows, at once.
@Service
class ActivityImports {

    private final ActivityDrafts drafts;
    private final ActivityDesk desk;
    private final ActivityKinds kinds;
    private final Colleagues colleagues;
    private final Timeline timeline;
    private final Texts texts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ActivityImports(
            ActivityDrafts drafts,
            ActivityDesk desk,
            ActivityKinds kinds,
            Colleagues colleagues,
            Timeline timeline,
            Texts texts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.desk = desk;
        this.kinds = kinds;
        this.colleagues = colleagues;
        this.timeline = timeline;
        this.texts = texts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Reads a file and keeps it for its sender's decision.
    ///
    /// @param account code of where events of a calendar belong that name none; empty: they stay inside the firm
    long look(Path file, String name, String account, Locale language) throws FileRefused, IOException {
        SentFile read = name.toLowerCase(Locale.ROOT).endsWith(".ics")
                ? new CalendarFile(clock.getZone(), LocalDate.now(clock), account.strip(), desk::accountNamed)
                        .read(file)
                : new ActivityFile(texts, kinds.all(), colleagues.present()).read(file, language);
        if (read.rows().size() > SentFile.MOST) {
            throw new Problem.Invalid("activityFile.tooLong", SentFile.MOST);
        }
        return drafts.add(name, read);
    }

    ActivityTrial trial(long id) {
        Draft draft = draft(id);
        return Objects.requireNonNull(transaction.execute(status -> {
            ActivityTrial trial = written(draft);
            status.setRollbackOnly();
            return trial;
        }));
    }

    private Draft draft(long id) {
        return drafts.find(id).orElseThrow(() -> new Problem.NotFound("activityFile.noDraft"));
    }

    /// @param all refuse where any row is bad, instead of leaving it out
    ActivityTrial write(long id, boolean all) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Draft draft = draft(id);
            if (!drafts.remove(id)) {
                throw new Problem.Conflict("activityFile.noDraft");
            }
            ActivityTrial done = written(draft);
            if (all && done.bad() > 0) {
                throw new Problem.Invalid("activityFile.notAll", done.bad());
            }
            if (done.fresh() > 0) {
                timeline.note(
                        null,
                        "activitiesImported",
                        Map.of("file", draft.fileName(), "rows", String.valueOf(done.fresh())));
            }
            return done;
        }));
    }

    void giveUp(long id) {
        drafts.remove(id);
    }

    private ActivityTrial written(Draft draft) {
        SentFile file = draft.file();
        Set<String> known = new HashSet<>(
                desk.known(file.rows().stream().map(SentActivity::uid).toList()));
        List<Row> rows = new ArrayList<>();
        for (SentActivity sent : file.rows()) {
            rows.add(written(sent, file.isCalendar() ? "calendar" : "file", known));
        }
        return new ActivityTrial(draft.id(), draft.fileName(), file.headers(), rows);
    }

    private Row written(SentActivity sent, String source, Set<String> known) {
        if (known.contains(sent.uid())) {
            return new Row(sent, State.KNOWN, List.of());
        }
        String fault = sent.fault();
        if (fault != null) {
            return new Row(sent, State.BAD, List.of(Text.of(fault, sent.args().toArray())));
        }
        ActivityOutcome outcome = desk.add(sent.form(List.of()), source, sent.uid());
        if (outcome instanceof ActivityOutcome.Ambiguous ambiguous) {
            List<String> nobody =
                    ambiguous.questions().stream().map(Question::nobody).toList();
            outcome = desk.add(sent.form(nobody), source, sent.uid());
        }
        return switch (outcome) {
            case ActivityOutcome.Kept kept -> {
                known.add(sent.uid());
                yield new Row(sent, kept.fresh() ? State.NEW : State.KNOWN, List.of());
            }
            case ActivityOutcome.Refused refused ->
                new Row(sent, State.BAD, List.copyOf(refused.refusals().values()));
            case ActivityOutcome.Ambiguous ambiguous ->
                new Row(
                        sent,
                        State.BAD,
                        List.of(Text.of(
                                "activity.ambiguous",
                                ambiguous.questions().getFirst().words())));
            case ActivityOutcome.Overtaken overtaken -> throw new IllegalStateException("nothing stood there before");
        };
    }
}
