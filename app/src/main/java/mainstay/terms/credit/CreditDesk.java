package mainstay.terms.credit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.shared.Problem;
import mainstay.terms.credit.AskedAccounts.AskedAccount;
import mainstay.terms.credit.CreditChecks.Done;
import mainstay.terms.credit.CreditChecks.Entry;
import mainstay.terms.credit.CreditChecks.Kept;
import mainstay.terms.credit.CreditDecision.Sale;
import mainstay.terms.credit.CreditDecision.Verdict;
import mainstay.terms.credit.CreditQuestion.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers whether an amount may be sold on credit, and remembers the answer. Questions on accounts under one
/// control wait for each other, so that two orders at once cannot both take the last head-room.
@Service
class CreditDesk {

    private final AskedAccounts accounts;
    private final ControlPaths paths;
    private final CreditStandings standings;
    private final ExposureRules rules;
    private final CreditChecks checks;
    private final CreditScribe scribe;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreditDesk(
            AskedAccounts accounts,
            ControlPaths paths,
            CreditStandings standings,
            ExposureRules rules,
            CreditChecks checks,
            CreditScribe scribe,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.paths = paths;
        this.standings = standings;
        this.rules = rules;
        this.checks = checks;
        this.scribe = scribe;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// @param key by which the asker knows the question: asked again, it is answered as before
    CreditAnswer check(CreditQuestion question, String key, Locale locale) {
        AskedAccount account =
                accounts.at(question.account() == null ? "" : question.account().strip());
        Asked asked = question.understood(account.currency());
        Asking asking = new Asking(Acting.actor(), key, account, asked, locale);
        try {
            return inTurn(asking);
        } catch (DuplicateKeyException sameKeyElsewhere) {
            return inTurn(asking);
        }
    }

    private record Asking(Actor asker, String key, AskedAccount account, Asked asked, Locale locale) {}

    private CreditAnswer inTurn(Asking asking) {
        return Objects.requireNonNull(Acting.as(Actor.itself(), () -> transaction.execute(status -> answer(asking))));
    }

    private CreditAnswer answer(Asking asking) {
        List<Long> path = paths.up(asking.account().id());
        paths.hold(path.getLast());
        Optional<Kept> known = checks.byKey(asking.asker().id(), asking.key());
        if (known.isPresent()) {
            return again(known.get(), asking);
        }
        return decide(asking, path);
    }

    private CreditAnswer again(Kept known, Asking asking) {
        if (!known.asked().equals(asking.asked().text())) {
            throw new Problem.Conflict("credit.otherQuestion", asking.key());
        }
        return scribe.read(known.answer());
    }

    private CreditAnswer decide(Asking asking, List<Long> path) {
        Asked asked = asking.asked();
        long account = asking.account().id();
        Done done = asked.order() == null ? new Done(0, 0) : checks.doneAbout(account, asked.order());
        long prepaid = Math.min(asked.amount(), Math.max(asked.prepaid(), done.prepaid()));
        ExposureRule rule = rules.inForce();
        CreditDecision decision = CreditDecision.of(
                new Sale(asked.stage(), asked.amount(), prepaid),
                standings.binding(account, path, asked.order(), rule),
                done.released());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = reservation(asked, decision, at, rule);
        CreditAnswer answer = scribe.write(
                asked.with(prepaid),
                asking.account().currency(),
                decision,
                isOpen(asking.asker(), account, decision),
                asking.locale(),
                at,
                until);
        checks.keep(new Entry(
                asking.key(), asking.asker().id(), account, asked, prepaid, decision, scribe.kept(answer), at, until));
        return answer;
    }

    private @Nullable Instant reservation(Asked asked, CreditDecision decision, Instant at, ExposureRule rule) {
        return asked.stage() == Stage.ORDER && decision.verdict() != Verdict.HOLD
                ? at.plus(Duration.ofDays(rule.reservationDays()))
                : null;
    }

    /// Whether the asker may see the figures of the limit that decides.
    private boolean isOpen(Actor asker, long account, CreditDecision decision) {
        HeldLimit tightest = decision.tightest();
        return tightest == null
                || asker.reaches(Level.BUSINESS)
                || ((tightest.holder() == account || checks.sees(asker.id(), tightest.holder()))
                        && !standings.isWithheld(asker, tightest));
    }
}
