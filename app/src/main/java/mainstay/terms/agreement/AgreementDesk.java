package mainstay.terms.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.identity.Level;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.Conclusions;
import mainstay.terms.Conclusions.Kind;
import mainstay.terms.Ending;
import mainstay.terms.Measure;
import mainstay.terms.SolidStars;
import mainstay.terms.Unit;
import mainstay.terms.agreement.AgreementForm.Wish;
import mainstay.terms.credit.CreditStandings;
import mainstay.terms.credit.HeldLimit;
import mainstay.terms.rebate.BookingDesk;
import mainstay.terms.rebate.LadderOffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for terms of one account's own. They hold from the day asked for, once they are approved.
@Service
@Transactional
public class AgreementDesk {

    static final String SPECIAL_TERMS = "special-terms";
    static final String CREDIT = "credit";

    private final Agreements agreements;
    private final Conclusions conclusions;
    private final Approvals approvals;
    private final CreditStandings standings;
    private final LadderOffer ladders;
    private final Timeline timeline;
    private final SolidStars stars;
    private final Clock clock;

    AgreementDesk(
            Agreements agreements,
            Conclusions conclusions,
            Approvals approvals,
            CreditStandings standings,
            LadderOffer ladders,
            Timeline timeline,
            SolidStars stars,
            Clock clock) {
        this.agreements = agreements;
        this.conclusions = conclusions;
        this.approvals = approvals;
        this.standings = standings;
        this.ladders = ladders;
        this.timeline = timeline;
        this.stars = stars;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<KeptAgreement> of(long account) {
        return agreements.of(account);
    }

    /// Whether the reader may ask for terms of an account.
    @Transactional(readOnly = true)
    public boolean mayAsk(long account) {
        return agreements.mayAsk(account);
    }

    /// @return why fields cannot be taken; nothing was asked while there is one
    public Map<String, Text> ask(AccountCard account, AgreementForm form) {
        if (!agreements.mayAsk(account.id())) {
            throw new Problem.Forbidden("agreement.mayNotAsk");
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, Text> refusals = form.refusals(today);
        if (refusals.isEmpty()) {
            Wish wish = form.wish(today);
            Text wrong = refusal(account, wish, form.isMeant());
            if (wrong != null) {
                refusals.put("value", wrong);
            } else {
                ask(account, wish);
            }
        }
        return refusals;
    }

    private @Nullable Text refusal(AccountCard account, Wish wish, boolean meant) {
        if (agreements.isAsked(account.id(), wish)) {
            return Text.of("agreement.wrong.askedAlready");
        }
        if (wish.measure() == Measure.REBATE_LADDER) {
            return ladderRefused(account, wish);
        }
        return meant ? null : belowExposure(account, wish);
    }

    /// The ladders that can be agreed.
    @Transactional(readOnly = true)
    public List<String> ladders() {
        return ladders.names();
    }

    /// Ends an agreement before its last day, for a reason. Whoever must not know of a ladder is told nothing of its
    /// end either.
    public Ending end(AccountCard account, long id, @Nullable String reason) {
        KeptAgreement agreement =
                agreements.byId(account.id(), id).orElseThrow(() -> new Problem.NotFound("agreement.unknown"));
        Ending ending = conclusions.end(Kind.TERMS, account.id(), id, reason);
        if (!ending.isRefused()
                && ownRoles(agreement.measure(), agreement.word()).isEmpty()) {
            timeline.note(
                    account.id(),
                    "terms.ended",
                    Map.of(
                            "reason",
                            ending.reason(),
                            "textMeasure",
                            agreement.measure().key()));
        }
        return ending;
    }

    private void ask(AccountCard account, Wish wish) {
        long id = agreements.add(account.id(), wish);
        LocalDate until = wish.until();
        Text value = value(wish);
        Text title = until == null
                ? Text.of("agreement.title", Text.of(wish.measure().key()), account.name(), value, wish.from())
                : Text.of(
                        "agreement.titleUntil",
                        Text.of(wish.measure().key()),
                        account.name(),
                        value,
                        wish.from(),
                        until);
        boolean credit = wish.measure() == Measure.CREDIT_LIMIT;
        List<String> own = ownRoles(wish.measure(), wish.word());
        boolean confidential = !own.isEmpty();
        approvals.ask(new ApprovalWish(
                confidential ? BookingDesk.CONFIDENTIAL : credit ? CREDIT : SPECIAL_TERMS,
                "agreement/" + id,
                confidential ? null : account.id(),
                stars.of(account.id()),
                credit ? amount(wish) : null,
                title,
                account.path() + "/terms",
                wish.reason(),
                confidential ? Level.PERSONAL.number() : Level.BUSINESS.number(),
                own));
    }

    private List<String> ownRoles(Measure measure, @Nullable String word) {
        return measure == Measure.REBATE_LADDER && word != null ? ladders.ownRoles(word) : List.of();
    }

    private @Nullable Text ladderRefused(AccountCard account, Wish wish) {
        return ladders.refusalFor(
                        account.id(), String.valueOf(wish.word()), wish.from(), wish.until(), wish.wholeGroup())
                .orElse(null);
    }

    private @Nullable Text belowExposure(AccountCard account, Wish wish) {
        Long limit = amount(wish);
        if (wish.measure() != Measure.CREDIT_LIMIT || limit == null) {
            return null;
        }
        return standings.of(account.id()).stream()
                .filter(held -> held.holder() == account.id())
                .map(HeldLimit::exposure)
                .filter(exposure -> exposure.total() > limit)
                .map(exposure -> Text.of("agreement.wrong.belowExposure", new ExactMoney(exposure.total())))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long amount(Wish wish) {
        return wish.figure() == null || wish.measure().unit() != Unit.MONEY
                ? null
                : Money.of(wish.figure()).tenThousandths();
    }

    private static Text value(Wish wish) {
        String written = wish.measure().unit().written(wish.figure());
        return switch (wish.measure().unit()) {
            case LEVEL -> Text.of("terms.level." + wish.word());
            case NAME -> Text.of("agreement.plain", String.valueOf(wish.word()));
            case DAYS -> Text.of("terms.days", written);
            case HOURS -> Text.of("terms.hours", written);
            case SHARE -> Text.of("agreement.percent", written);
            case MONEY -> Text.of("agreement.plain", new ExactMoney(Objects.requireNonNull(amount(wish))));
            case FACTOR -> Text.of("agreement.plain", written);
        };
    }
}
