package mainstay.backup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;

/// Tells administrators when there is no good backup of late.
@Component
class BackupWork implements WorkSource {

    private static final int TODAY = 3;

    private final BackupDesk desk;
    private final Clock clock;

    BackupWork(BackupDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("backup");
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return desk.worry().map(this::work).stream().toList();
    }

    private Work work(BackupWorry worry) {
        Instant good = worry.lastGood();
        LocalDate day = good == null ? null : LocalDate.ofInstant(good, clock.getZone());
        return Work.of(
                "backup",
                worry.kind().word(),
                "/settings/backups",
                "work.backup.title",
                List.of(),
                "work.backup." + worry.kind().word() + (day == null ? "None" : ""),
                day == null ? List.of() : List.of(day),
                null,
                TODAY,
                day);
    }
}
