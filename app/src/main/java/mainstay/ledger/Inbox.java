package mainstay.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.activity.Timeline;
import mainstay.ledger.InboxFolder.Waiting;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.ledger.file.Profile;
import mainstay.ledger.file.Profiles;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Imports what lies in the watched folder, one file after the other, and moves each away with its report. A process
/// that dies leaves the file where it was: the next look finds it, and what is in the ledger already is known there.
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final DateTimeFormatter MARK =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final InboxLock lock;
    private final InboxBook book;
    private final ImportDesk desk;
    private final Profiles profiles;
    private final Timeline timeline;
    private final Texts texts;
    private final Clock clock;

    Inbox(
            InboxLock lock,
            InboxBook book,
            ImportDesk desk,
            Profiles profiles,
            Timeline timeline,
            Texts texts,
            Clock clock) {
        this.lock = lock;
        this.book = book;
        this.desk = desk;
        this.profiles = profiles;
        this.timeline = timeline;
        this.texts = texts;
        this.clock = clock;
    }

    /// A file that was looked at.
    record Handled(String folder, String file, InboxOutcome outcome) {}

    /// Looks now; nothing where another process looks already.
    Optional<List<Handled>> look(InboxFolder folder) {
        return lock.whileHeld(() -> work(folder, book.begin()));
    }

    /// Looks once in a night, whichever process does.
    Optional<List<Handled>> look(InboxFolder folder, LocalDate night) {
        return lock.whileHeld(() -> {
            Optional<Long> run = book.begin(night);
            if (run.isEmpty()) {
                return List.of();
            }
            List<Handled> handled = new ArrayList<>(work(folder, run.get()));
            for (String missing : book.missing(run.get())) {
                handled.add(note(run.get(), missing, "", InboxOutcome.MISSING, null));
            }
            return handled;
        });
    }

    private List<Handled> work(InboxFolder folder, long run) {
        List<Handled> handled = new ArrayList<>();
        try {
            for (Waiting file : folder.ready()) {
                if (!isLookup(file)) {
                    handled.add(take(folder, run, file));
                }
            }
        } catch (IOException unreadable) {
            LOG.error("the watched folder {} cannot be read", folder.root(), unreadable);
            handled.add(note(run, "", folder.root().toString(), InboxOutcome.FAILED, null));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return handled;
        }
        book.end(run);
        tell(handled);
        return handled;
    }

    /// A file that a profile joins belongs to another and stays.
    private boolean isLookup(Waiting file) {
        return profiles.named(file.folder())
                .map(Profile::join)
                .filter(join -> join.files().stream()
                        .anyMatch(
                                name -> file.name().equals(name) || file.name().equals(name + ".gz")))
                .isPresent();
    }

    private Handled take(InboxFolder folder, long run, Waiting file) {
        Optional<MappingWish> wish = wish(file.folder());
        if (wish.isEmpty()) {
            return note(run, file.folder(), file.name(), InboxOutcome.WAITING, null);
        }
        ImportReport report;
        try {
            report = desk.run(
                    new ImportRequest(file.path(), file.name(), wish.get(), ImportRequest.BadRows.REFUSE, null, null));
        } catch (Problem | IllegalStateException failed) {
            LOG.error("{} of the watched folder could not be imported", file.path(), failed);
            return note(run, file.folder(), file.name(), InboxOutcome.FAILED, null);
        }
        InboxOutcome outcome = InboxOutcome.of(report.status());
        Handled handled = note(run, file.folder(), file.name(), outcome, report.batch());
        if (outcome != InboxOutcome.FAILED) {
            moveAway(folder, run, file, outcome, report);
        }
        return handled;
    }

    private void moveAway(InboxFolder folder, long run, Waiting file, InboxOutcome outcome, ImportReport report) {
        Map<String, String> reports = new LinkedHashMap<>();
        reports.put(
                ".report.json",
                JsonMapper.shared().writeValueAsString(ReportJson.of(report, texts, Texts.ENGLISH)) + "\n");
        reports.put(".report.txt", String.join("\n", ReportSentences.of(report, texts, Texts.ENGLISH)) + "\n");
        try {
            folder.settle(file, outcome != InboxOutcome.REFUSED, MARK.format(clock.instant()), reports);
        } catch (IOException stuck) {
            LOG.error("{} is imported but could not be moved away", file.path(), stuck);
            note(run, file.folder(), file.name(), InboxOutcome.WAITING, report.batch());
        }
    }

    /// A folder is named after a profile or a kind; what lies in none is recognised by its columns.
    private Optional<MappingWish> wish(String folder) {
        if (folder.isEmpty()) {
            return Optional.of(new MappingWish(Optional.empty(), null, Map.of(), null, null));
        }
        return profiles.named(folder)
                .map(profile -> new MappingWish(Kind.of(profile.kind()), profile.name(), Map.of(), null, null))
                .or(() -> Kind.of(folder).map(MappingWish::of));
    }

    private Handled note(long run, String folder, String file, InboxOutcome outcome, @Nullable Long batch) {
        book.note(run, folder, file, outcome, batch);
        return new Handled(folder, file, outcome);
    }

    private void tell(List<Handled> handled) {
        if (!handled.isEmpty()) {
            long asking = handled.stream()
                    .filter(file -> file.outcome().asksForSomebody())
                    .count();
            timeline.note(
                    null,
                    "inboxRead",
                    Map.of("files", String.valueOf(handled.size()), "asking", String.valueOf(asking)));
        }
    }
}
