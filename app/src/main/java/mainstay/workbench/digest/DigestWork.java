package mainstay.workbench.digest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import mainstay.workbench.digest.Digests.Failed;
import org.springframework.stereotype.Component;

/// Mails that did not go out this morning: the administrator looks after the mail server.
@Component
class DigestWork implements WorkSource {

    private static final String RULE = "mail";
    private static final int THIS_WEEK = 2;

    private final Digests digests;
    private final Clock clock;

    DigestWork(Digests digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public List<Work> work() {
        if (Acting.now().map(actor -> !actor.is(Role.ADMINISTRATOR)).orElse(true)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Failed failed = digests.failed(today);
        if (failed.people() == 0) {
            return List.of();
        }
        return List.of(Work.of(
                RULE,
                "",
                "/today/digest",
                "work.mail.title",
                List.of(),
                "work.mail.reason",
                List.of(failed.people(), Objects.requireNonNullElse(failed.failure(), "")),
                null,
                THIS_WEEK,
                today));
    }
}
