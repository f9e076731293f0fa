package mainstay.planning.deck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Look;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.planning.deck.DeckPart.Told;
import mainstay.planning.deck.slide.Deck;
import mainstay.planning.deck.slide.Deck.Cover;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.plan.Plan;
import mainstay.planning.plan.PlanDesk;
import mainstay.planning.plan.PlanReading;
import mainstay.planning.plan.PlanView;
import mainstay.portfolio.Standings;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Gathers all that stands in a deck, once for both forms, from one state of the database and under the rights of
/// its maker.
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class DeckGathering {

    private final List<DeckPart> parts;
    private final PlanDesk plans;
    private final PlanReading reading;
    private final Standings standings;
    private final DeckLedger ledger;
    private final Clock clock;

    DeckGathering(
            List<DeckPart> parts,
            PlanDesk plans,
            PlanReading reading,
            Standings standings,
            DeckLedger ledger,
            Clock clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(DeckPart::order)).toList();
        this.plans = plans;
        this.reading = reading;
        this.standings = standings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param looks what has to be written down before anybody gets the deck
    record Gathered(Deck deck, List<Look> looks) {}

    /// @param plan  null for the one that runs
    /// @param where it leaves to, for the log of looks
    Gathered of(AccountCard account, @Nullable Long plan, PageContext page, String where) {
        Level sees = Level.of(ledger.level(account.id()));
        if (sees.compareTo(Level.BUSINESS) < 0) {
            throw new Problem.Forbidden("account.notYours");
        }
        Subject subject = new Subject(
                account,
                view(account, plan),
                standings.of(account.id()).orElse(null),
                ledger.reach().dataTo(),
                LocalDate.now(clock),
                sees,
                where,
                page);
        List<Slide> slides = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (DeckPart part : parts) {
            Told told = part.of(subject);
            slides.addAll(told.slides());
            looks.addAll(told.looks());
        }
        return new Gathered(deck(subject, slides, !looks.isEmpty()), looks);
    }

    private @Nullable PlanView view(AccountCard account, @Nullable Long plan) {
        List<Plan> all = plans.of(account.id());
        Optional<Plan> found = plan == null
                ? Plan.foremost(all, LocalDate.now(clock))
                : all.stream().filter(one -> one.id() == plan).findFirst();
        if (plan != null && found.isEmpty()) {
            throw new Problem.NotFound("plan.unknown");
        }
        return found.map(reading::view).orElse(null);
    }

    private Deck deck(Subject of, List<Slide> slides, boolean confidential) {
        String maker = of.page().person(Acting.actor().name());
        String moment = of.page().moment(clock.instant());
        String taken = of.t("card.taken", maker, moment);
        return new Deck(
                of.t("deck.fileTitle", of.account().name()),
                maker,
                of.page().language(),
                of.t("deck.foot", of.account().name(), maker, moment),
                confidential ? taken : null,
                of.t("deck.more"),
                cover(of, maker, moment, confidential),
                List.copyOf(slides));
    }

    private static Cover cover(Subject of, String maker, String moment, boolean confidential) {
        PlanView view = of.plan();
        AccountCard account = of.account();
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                of.t("deck.cover.account"), account.code() + (account.group() == null ? "" : " · " + account.group())));
        if (view != null) {
            lines.add(List.of(
                    of.t("plan.period"),
                    of.t(
                            "deck.cover.period",
                            of.page().date(view.plan().periodFrom()),
                            of.page().date(view.plan().periodTo()),
                            of.t(view.plan().stateKey()))));
        }
        if (account.manager() != null) {
            lines.add(List.of(of.t("accounts.manager"), account.manager()));
        }
        lines.add(List.of(of.t("deck.cover.maker"), of.t("deck.cover.made", maker, moment)));
        lines.add(List.of(
                of.t("deck.cover.data"),
                of.known() == null
                        ? of.t("deck.business.noLedger")
                        : of.t("deck.cover.upTo", of.page().date(of.known()))));
        lines.add(List.of(of.t("deck.cover.sees"), of.t(sees(of, confidential))));
        return new Cover(
                of.t("deck.cover.above", of.page().firm().name()),
                account.name(),
                view == null ? of.t("deck.cover.noPlan") : view.plan().title(),
                lines);
    }

    private static String sees(Subject of, boolean confidential) {
        if (of.sees() == Level.BUSINESS) {
            return "deck.sees.business";
        }
        return confidential ? "deck.sees.confidential" : "deck.sees.full";
    }
}
