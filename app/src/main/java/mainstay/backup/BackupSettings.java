package mainstay.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import mainstay.postgres.Installation;
import mainstay.shared.BadSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where backups go, from when on each night, and how many stay. A sample has no nights.
@Component
class BackupSettings {

    private static final int MOST = 1_000;

    private final Path folder;
    private final Optional<LocalTime> from;
    private final Retention retention;

    BackupSettings(
            Installation installation,
            @Value("${mainstay.backup-folder}") String folder,
            @Value("${mainstay.backup-time}") String time,
            @Value("${mainstay.backup-daily}") String daily,
            @Value("${mainstay.backup-weekly}") String weekly,
            @Value("${mainstay.backup-monthly}") String monthly) {
        this.folder = folder.isBlank() ? installation.home().resolve("backups") : named(folder.strip());
        this.from = installation.sample().isPresent() ? Optional.empty() : time(time.strip());
        this.retention = new Retention(
                number("MAINSTAY_BACKUP_DAILY", daily),
                number("MAINSTAY_BACKUP_WEEKLY", weekly),
                number("MAINSTAY_BACKUP_MONTHLY", monthly));
    }

    private static Path named(String folder) {
        try {
            return Path.of(folder).toAbsolutePath();
        } catch (InvalidPathException impossible) {
            throw new BadSetting("MAINSTAY_BACKUP_FOLDER is " + folder + ", which no directory can be called.");
        }
    }

    private static Optional<LocalTime> time(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("off")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException unreadable) {
            throw new BadSetting("MAINSTAY_BACKUP_TIME is " + text + "; it is a time of day like 03:00, or off.");
        }
    }

    private static int number(String name, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        throw new BadSetting(name + " is " + text + "; it is a number of backups from 0 to " + MOST + ".");
    }

    Path folder() {
        return folder;
    }

    /// Nothing where no backups are made by themselves.
    Optional<LocalTime> from() {
        return from;
    }

    Retention retention() {
        return retention;
    }
}
