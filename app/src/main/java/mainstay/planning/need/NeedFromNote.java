package mainstay.planning.need;

import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.activity.NoteUse;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// What was noted of an account becomes a need of it, voiced by whoever was met.
@Component
class NeedFromNote implements NoteUse {

    private final Accounts accounts;
    private final NeedDesk desk;
    private final Needs needs;

    NeedFromNote(Accounts accounts, NeedDesk desk, Needs needs) {
        this.accounts = accounts;
        this.desk = desk;
        this.needs = needs;
    }

    @Override
    public String key() {
        return "noteUse.need";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<String> path(Note note) {
        return accounts.numberOf(note.account()).filter(desk::mayWrite).map(account -> form(note, account));
    }

    private String form(Note note, long account) {
        String person = note.people().stream()
                .filter(met -> needs.worksAt(met, account))
                .findFirst()
                .map(String::valueOf)
                .orElse("");
        String query = UriComponentsBuilder.newInstance()
                .queryParam("title", "{title}")
                .queryParam("detail", "{detail}")
                .queryParam("on", "{on}")
                .queryParam("by", "{by}")
                .queryParam("person", "{person}")
                .encode()
                .buildAndExpand(Map.of(
                        "title",
                        note.heading(),
                        "detail",
                        note.beginning(),
                        "on",
                        note.on().toString(),
                        "by",
                        note.author(),
                        "person",
                        person))
                .toUriString();
        return AccountCard.pathOf(note.account()) + "/" + NeedController.NEEDS + query;
    }
}
