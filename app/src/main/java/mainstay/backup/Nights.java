package mainstay.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import mainstay.postgres.DatabaseAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The backup of each night: made once, by whichever process comes first, and tried again each hour while it fails.
/// Afterwards those go that are kept no longer; while none succeeds, none goes.
@Service
class Nights {

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
    private static final long LOCK = 0x6d61696e6261636bL;
    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);

    private final BackupDesk desk;
    private final BackupBook book;
    private final BackupSettings settings;
    private final DatabaseAccess access;
    private final Clock clock;

    Nights(BackupDesk desk, BackupBook book, BackupSettings settings, DatabaseAccess access, Clock clock) {
        this.desk = desk;
        this.book = book;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    Optional<BackupDesk.Made> run() {
        LocalDateTime now = desk.now();
        boolean night = settings.from()
                .filter(from -> !now.toLocalTime().isBefore(from))
                .isPresent();
        if (!night || !isDue(now.toLocalDate())) {
            return Optional.empty();
        }
        try (Connection owner = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1) && isDue(now.toLocalDate()) ? Optional.of(make(now)) : Optional.empty();
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    private boolean isDue(LocalDate night) {
        List<BackupRun> tries = book.of(night);
        return tries.stream().noneMatch(BackupRun::succeeded)
                && (tries.isEmpty()
                        || !tries.getFirst().ended().isAfter(clock.instant().minus(BETWEEN_TRIES)));
    }

    private BackupDesk.Made make(LocalDateTime now) {
        BackupFolder folder = new BackupFolder(settings.folder());
        BackupDesk.Made made = desk.make(now.toLocalDate(), folder.nightly(now));
        try {
            book.noteRemoved(folder.thin(settings.retention()));
            folder.removeAbandoned(clock.instant());
        } catch (IOException unreadable) {
            LOG.error("old backups in {} could not be removed", folder.root(), unreadable);
        }
        return made;
    }
}
