package mainstay.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import mainstay.shared.BadSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which folder is watched, and from when on each night. A sample leaves the user's files alone.
@Component
class InboxSettings {

    private final String folder;
    private final LocalTime from;
    private final Duration pause;

    InboxSettings(
            @Value("${mainstay.inbox}") String folder,
            @Value("${mainstay.sample:}") String sample,
            @Value("${mainstay.inbox-time}") String time,
            @Value("${mainstay.inbox-pause}") Duration pause) {
        this.folder = sample.isEmpty() ? folder.strip() : "";
        this.pause = pause;
        try {
            this.from = LocalTime.parse(time.strip());
        } catch (DateTimeParseException unreadable) {
            throw new BadSetting("MAINSTAY_INBOX_TIME is " + time + "; it is a time of day like 02:00.");
        }
        if (!this.folder.isEmpty() && !Files.isDirectory(Path.of(this.folder))) {
            throw new BadSetting("MAINSTAY_INBOX is " + folder + ", which is no folder.");
        }
    }

    Optional<InboxFolder> watched() {
        return folder.isEmpty() ? Optional.empty() : Optional.of(new InboxFolder(Path.of(folder), pause));
    }

    LocalTime from() {
        return from;
    }
}
