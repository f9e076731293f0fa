package mainstay.dossier.card;

import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.identity.Level;
import mainstay.shared.web.PageContext;

/// What another module tells in the brief before a visit.
public interface BriefSection {

    /// A block with what has to be known later of who read it.
    ///
    /// @param level the highest of what it shows
    /// @param parts of the archive from which it shows something of level full or above
    record Section(Sheet.Block block, Level level, List<String> parts) {}

    /// Where it stands among its like.
    int order();

    /// In the reader's words, and only what the reader may see; empty where there is nothing to tell.
    Optional<Section> of(AccountCard account, PageContext page);
}
