package mainstay.planning.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.activity.NoteUse;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// What was noted of an account becomes work of its plan; where none runs, one is started first.
@Component
class WorkFromNote implements NoteUse {

    private final Accounts accounts;
    private final WorkItems items;
    private final WorkItemDesk desk;
    private final Clock clock;

    WorkFromNote(Accounts accounts, WorkItems items, WorkItemDesk desk, Clock clock) {
        this.accounts = accounts;
        this.items = items;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "noteUse.work";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<String> path(Note note) {
        return accounts.numberOf(note.account())
                .filter(desk::mayWrite)
                .map(account -> items.running(account, LocalDate.now(clock))
                        .map(plan -> form(plan, note))
                        .orElseGet(() -> AccountCard.pathOf(note.account()) + "/plan"));
    }

    private static String form(long plan, Note note) {
        return UriComponentsBuilder.fromPath("/plans/{plan}/work-items/new")
                .queryParam("title", "{title}")
                .queryParam("detail", "{detail}")
                .encode()
                .buildAndExpand(Map.of("plan", plan, "title", note.heading(), "detail", note.beginning()))
                .toUriString();
    }
}
