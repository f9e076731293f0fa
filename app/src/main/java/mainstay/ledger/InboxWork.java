package mainstay.ledger;

import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;

/// What the last look into the watched folder left for somebody to do.
@Component
class InboxWork implements WorkSource {

    private static final int TODAY = 3;

    private final InboxBook book;

    InboxWork(InboxBook book) {
        this.book = book;
    }

    @Override
    public Set<String> rules() {
        return Set.of("inbox");
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER)) {
            return List.of();
        }
        return book.latest().stream()
                .filter(entry -> entry.outcome().asksForSomebody())
                .map(InboxWork::work)
                .toList();
    }

    private static Work work(InboxEntry entry) {
        return Work.of(
                "inbox",
                String.valueOf(entry.id()),
                entry.link(),
                "work.inbox." + entry.outcome().word() + ".title",
                List.of(entry.place()),
                "work.inbox." + entry.outcome().word() + ".reason",
                List.of(),
                null,
                TODAY,
                entry.night());
    }
}
