package mainstay.dossier;

import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.activity.NoteUse;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// What was noted of an account becomes a fact of its archive.
@Component
class FactFromNote implements NoteUse {

    static final String FROM_NOTE = "from-note";

    @Override
    public String key() {
        return "noteUse.fact";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<String> path(Note note) {
        if (Acting.actor().role() == Role.VIEWER) {
            return Optional.empty();
        }
        String query = UriComponentsBuilder.newInstance()
                .queryParam("text", "{text}")
                .queryParam("on", "{on}")
                .queryParam("by", "{by}")
                .encode()
                .buildAndExpand(Map.of("text", note.beginning(), "on", note.on().toString(), "by", note.author()))
                .toUriString();
        return Optional.of(AccountCard.pathOf(note.account()) + "/" + DossierPanels.ARCHIVE + "/" + FROM_NOTE + query);
    }
}
