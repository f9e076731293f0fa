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

/// Imports what lies in the watched folder, one file after the other, and moves each away with its report. What a
/// process was reading when it died is found by the next look, and what is in the ledger already is known there.
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final DateTimeFormatter MARK =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String UNKNOWN_FOLDER = "unknownFolder";
    private static final String STUCK = "stuck";
    private static final String TAKEN_AND_STUCK = "takenAndStuck";

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
    ///
    /// @param reason why it waits
    record Handled(
            String folder,
            String file,
            InboxOutcome outcome,
            @Nullable String reason) {

        Handled(String folder, String file, InboxOutcome outcome) {
            this(folder, file, outcome, null);
        }
    }

    /// What a look came to.
    ///
    /// @param whole whether all was looked at, so that what did not come is missing
    private record Look(List<Handled> handled, boolean whole) {}

    /// Looks now; nothing where another process looks already.
    Optional<List<Handled>> look(InboxFolder folder) {
        return lock.whileHeld(() -> work(folder, book.begin()).handled());
    }

    /// Looks once in a night, whichever process does.
    Optional<List<Handled>> look(InboxFolder folder, LocalDate night) {
        return lock.whileHeld(() -> {
            Optional<Long> run = book.begin(night);
            if (run.isEmpty()) {
                return List.of();
            }
            Look look = work(folder, run.get());
            List<Handled> handled = new ArrayList<>(look.handled());
            for (String missing : look.whole() ? book.missing(run.get()) : List.<String>of()) {
                handled.add(note(run.get(), missing, "", InboxOutcome.MISSING, null));
            }
            return handled;
        });
    }

    private Look work(InboxFolder folder, long run) {
        List<Handled> handled = new ArrayList<>();
        boolean whole = true;
        try {
            InboxFolder.Found found = folder.look();
            for (String unreadable : found.unreadable()) {
                handled.add(note(run, unreadable, "", InboxOutcome.FAILED, null));
            }
            for (InboxFile file : found.ready()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!isLookup(file)) {
                    take(folder, run, file).ifPresent(handled::add);
                }
            }
        } catch (IOException unreadable) {
            LOG.error("the watched folder {} cannot be read", folder.root(), unreadable);
            handled.add(note(run, "", folder.root().toString(), InboxOutcome.FAILED, null));
            whole = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Look(handled, false);
        }
        book.end(run);
        tell(handled);
        return new Look(handled, whole);
    }

    /// A file that a profile joins belongs to another and stays.
    private boolean isLookup(InboxFile file) {
        return profiles.named(file.folder())
                .map(Profile::join)
                .filter(join -> join.files().stream()
                        .anyMatch(
                                name -> file.name().equals(name) || file.name().equals(name + ".gz")))
                .isPresent();
    }

    /// Nothing where the file has gone or changed since it was found.
    private Optional<Handled> take(InboxFolder folder, long run, InboxFile file) {
        try {
            Optional<MappingWish> wish = wish(file);
            if (wish.isEmpty()) {
                file.giveBack();
                return Optional.of(waiting(run, file, UNKNOWN_FOLDER, null));
            }
            return file.hold().map(held -> read(folder, run, held, wish.get()));
        } catch (IOException stuck) {
            LOG.error("{} cannot be moved, so it is not imported", file.path(), stuck);
            return Optional.of(waiting(run, file, STUCK, null));
        }
    }

    private Handled read(InboxFolder folder, long run, InboxFile held, MappingWish wish) {
        ImportReport report;
        try {
            report = desk.run(
                    new ImportRequest(held.path(), held.name(), wish, ImportRequest.BadRows.REFUSE, null, null, false));
        } catch (Problem | IllegalStateException failed) {
            LOG.error("{} of the watched folder could not be imported", held.path(), failed);
            giveBack(held);
            return note(run, held.folder(), held.name(), InboxOutcome.FAILED, null);
        }
        InboxOutcome outcome = InboxOutcome.of(report.status());
        Handled handled = note(run, held.folder(), held.name(), outcome, report.batch());
        if (outcome == InboxOutcome.FAILED) {
            giveBack(held);
        } else {
            moveAway(folder, run, held, outcome, report);
        }
        return handled;
    }

    private static void giveBack(InboxFile held) {
        try {
            held.giveBack();
        } catch (IOException stuck) {
            LOG.error("{} stays until the next look", held.path(), stuck);
        }
    }

    private void moveAway(InboxFolder folder, long run, InboxFile file, InboxOutcome outcome, ImportReport report) {
        Map<String, String> reports = new LinkedHashMap<>();
        reports.put(
                ".report.json",
                JsonMapper.shared().writeValueAsString(ReportJson.of(report, texts, Texts.ENGLISH)) + "\n");
        reports.put(".report.txt", String.join("\n", ReportSentences.ofInbox(report, texts, Texts.ENGLISH)) + "\n");
        try {
            folder.settle(file, outcome != InboxOutcome.REFUSED, MARK.format(clock.instant()), reports);
        } catch (IOException stuck) {
            LOG.error("{} is imported but could not be moved away", file.path(), stuck);
            giveBack(file);
            waiting(run, file, TAKEN_AND_STUCK, report.batch());
        }
    }

    /// A folder is named after a profile or a kind; what lies in none is recognised by its columns.
    private Optional<MappingWish> wish(InboxFile file) {
        if (file.folder().isEmpty()) {
            return Optional.of(wish(Optional.empty(), null, file));
        }
        return profiles.named(file.folder())
                .map(profile -> wish(Kind.of(profile.kind()), profile.name(), file))
                .or(() -> Kind.of(file.folder()).map(kind -> wish(Optional.of(kind), null, file)));
    }

    private static MappingWish wish(Optional<Kind> kind, @Nullable String profile, InboxFile file) {
        return new MappingWish(kind, profile, Map.of(), null, file.home());
    }

    private Handled note(long run, String folder, String file, InboxOutcome outcome, @Nullable Long batch) {
        return noted(run, new Handled(folder, file, outcome), batch);
    }

    private Handled waiting(long run, InboxFile file, String reason, @Nullable Long batch) {
        return noted(run, new Handled(file.folder(), file.name(), InboxOutcome.WAITING, reason), batch);
    }

    private Handled noted(long run, Handled handled, @Nullable Long batch) {
        book.note(run, handled, batch);
        return handled;
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
