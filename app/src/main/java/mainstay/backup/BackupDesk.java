package mainstay.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import mainstay.identity.FirmDesk;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Makes backups, writes down what came of them, and tells what is to be worried about.
@Service
class BackupDesk {

    private final Backups backups;
    private final BackupBook book;
    private final BackupSettings settings;
    private final FirmDesk firm;
    private final Clock clock;

    BackupDesk(Backups backups, BackupBook book, BackupSettings settings, FirmDesk firm, Clock clock) {
        this.backups = backups;
        this.book = book;
        this.settings = settings;
        this.firm = firm;
        this.clock = clock;
    }

    /// A backup that has been made.
    record Made(Path place, long bytes, Manifest manifest) {}

    /// @param wanted a directory, a file, or null for the usual directory
    Made byHand(@Nullable Path wanted) {
        return make(null, place(wanted));
    }

    private Path place(@Nullable Path wanted) {
        String name = BackupFolder.nameByHand(now());
        if (wanted == null) {
            return settings.folder().resolve(name);
        }
        Path place = wanted.toAbsolutePath().normalize();
        if (Files.isDirectory(place)) {
            return place.resolve(name);
        }
        Path parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Problem.Invalid("backup.noPlace", parent == null ? place : parent);
        }
        if (!BackupFolder.isFileName(place)) {
            throw new Problem.Invalid("backup.noPlace", place);
        }
        return place;
    }

    /// @param night for which it is made by itself, or null
    Made make(@Nullable LocalDate night, Path place) {
        Instant began = clock.instant();
        try {
            if (settings.folder().equals(place.getParent())) {
                new BackupFolder(settings.folder()).prepare();
            }
            Manifest manifest = backups.make(place);
            Made made = new Made(place, Files.size(place), manifest);
            book.note(night, began, place, new BackupBook.Size(made.bytes(), manifest.rows()), null);
            return made;
        } catch (Problem failed) {
            throw noted(night, began, place, failed);
        } catch (IOException gone) {
            throw noted(night, began, place, Troubles.writing(place, gone));
        }
    }

    /// What somebody asked for is told on the terminal, and no worry of anybody else's; what was broken off because the
    /// server stops is gone on with after the next start.
    private Problem noted(@Nullable LocalDate night, Instant began, Path place, Problem failed) {
        if (night != null && !Thread.currentThread().isInterrupted()) {
            book.note(night, began, place, null, failed);
        }
        return failed;
    }

    Optional<BackupWorry> worry() {
        return settings.from().isEmpty()
                ? Optional.empty()
                : BackupWorry.of(book.lastGood(), book.last(), book.since(), clock.instant());
    }

    /// By the clock of the firm.
    LocalDateTime now() {
        return LocalDateTime.ofInstant(
                clock.instant(), ZoneId.of(firm.settings().timeZone()));
    }
}
