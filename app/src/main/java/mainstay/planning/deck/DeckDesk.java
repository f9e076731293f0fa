package mainstay.planning.deck;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mainstay.accounts.AccountCard;
import mainstay.dossier.ReadLog;
import mainstay.planning.deck.DeckGathering.Gathered;
import mainstay.planning.deck.slide.Deck;
import mainstay.planning.deck.slide.DeckFiles;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Hands out decks. What is confidential in one is written into the read log before its file is made.
@Service
class DeckDesk {

    /// Files made at a time: each takes some tens of megabytes while it is made.
    private static final int AT_A_TIME = 2;
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final DeckGathering gathering;
    private final DeckFiles files;
    private final ReadLog log;
    private final PageContexts contexts;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    DeckDesk(DeckGathering gathering, DeckFiles files, ReadLog log, PageContexts contexts) {
        this.gathering = gathering;
        this.files = files;
        this.log = log;
        this.contexts = contexts;
    }

    /// What a deck is asked for.
    ///
    /// @param plan  null for the one that runs
    /// @param where `export` or `api`
    record Wish(AccountCard account, @Nullable Long plan, Locale language, DeckForm form, String where) {}

    byte[] file(Wish wish) {
        Gathered gathered = gathering.of(wish.account(), wish.plan(), contexts.inWords(wish.language()), wish.where());
        log.note(gathered.looks());
        return inTurn(gathered.deck(), wish.form() == DeckForm.PPTX ? files::pptx : files::pdf);
    }

    private byte[] inTurn(Deck deck, Function<Deck, byte[]> writer) {
        try {
            if (!turns.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Problem.Busy(WAIT, "deck.busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem.Busy(WAIT, "deck.busy");
        }
        try {
            return writer.apply(deck);
        } finally {
            turns.release();
        }
    }
}
