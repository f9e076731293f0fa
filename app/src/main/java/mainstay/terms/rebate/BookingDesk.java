package mainstay.terms.rebate;

import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.identity.Level;
import mainstay.shared.ExactMoney;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.SolidStars;
import mainstay.terms.rebate.Bookings.Diversion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for payouts, claw-backs and what came back, and books them once they are approved: never more paid
/// out than is earned and not paid yet, never more taken back than confirmed findings justify, and never
/// more come back than was paid out and not earned, at the moment of asking and at that of the last yes.
@Service
@Transactional
public class BookingDesk {

    /// Kinds of requests: those on confidential ladders are asked for among those who decide, and nobody else.
    public static final String PAYOUT = "rebate-payout";

    public static final String CLAW_BACK = "rebate-claw-back";
    public static final String REPAID = "rebate-repaid";
    public static final String CONFIDENTIAL = "confidential-rebate";
    /// How the subject of a request begins; the number of the booking follows.
    public static final String SUBJECT = "rebate/";

    private final Bookings bookings;
    private final Rebates rebates;
    private final Approvals approvals;
    private final SolidStars stars;
    private final LadderOffer ladders;

    BookingDesk(Bookings bookings, Rebates rebates, Approvals approvals, SolidStars stars, LadderOffer ladders) {
        this.bookings = bookings;
        this.rebates = rebates;
        this.approvals = approvals;
        this.stars = stars;
        this.ladders = ladders;
    }

    /// @return why fields cannot be taken; nothing was asked while there is one
    Map<String, Text> payOut(AccountCard account, Rebate seen, BookingForm form) {
        bookings.hold(seen);
        Rebate rebate = current(seen);
        Long most = rebate.payable();
        if (most == null) {
            return Map.of("amount", Text.of(whyUnknown(rebate)));
        }
        Map<String, Text> refusals = form.refusals(most);
        refuseTwice(refusals, rebate, Booking.PAYOUT, form);
        if (refusals.isEmpty()) {
            ask(account, rebate, Booking.PAYOUT, form);
        }
        return refusals;
    }

    /// What was paid out and not earned has come back, or was set off.
    Map<String, Text> comeBack(AccountCard account, Rebate seen, BookingForm form) {
        bookings.hold(seen);
        Rebate rebate = current(seen);
        Map<String, Text> refusals = form.refusalsOfRepaid(rebate.repayable());
        refuseTwice(refusals, rebate, Booking.REPAID, form);
        if (refusals.isEmpty()) {
            ask(account, rebate, Booking.REPAID, form);
        }
        return refusals;
    }

    /// Takes back what was earned on goods outside their territory.
    Map<String, Text> takeBack(AccountCard account, Rebate seen, BookingForm form) {
        Long finding = form.finding();
        if (finding == null) {
            throw new Problem.Conflict("rebate.noDiversion");
        }
        bookings.hold(seen);
        Rebate rebate = current(seen);
        List<Diversion> confirmed = bookings.diversions(rebate, false);
        Diversion diversion = confirmed.stream()
                .filter(one -> one.id() == finding && !one.taken())
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("rebate.noDiversion"));
        long most = ClawBack.most(rebate, ladders.ruleOf(rebate), diversion, confirmed);
        Map<String, Text> refusals = form.refusalsOfTaking(most);
        if (refusals.isEmpty()) {
            ask(account, rebate, Booking.CLAW_BACK, form);
        }
        return refusals;
    }

    private void refuseTwice(Map<String, Text> refusals, Rebate rebate, String kind, BookingForm form) {
        if (form.money() > 0 && bookings.isAsked(rebate, kind, form.money())) {
            refusals.put("amount", Text.of("rebate.wrong.askedAlready." + kind, new ExactMoney(form.money())));
        }
    }

    private void ask(AccountCard account, Rebate rebate, String kind, BookingForm form) {
        long id = bookings.add(rebate, kind, form.money(), form.finding(), form.why());
        approvals.ask(new ApprovalWish(
                rebate.confidential() ? CONFIDENTIAL : request(kind),
                SUBJECT + id,
                rebate.confidential() ? null : account.id(),
                stars.of(account.id()),
                form.money(),
                Text.of(
                        "rebate.ask." + kind,
                        new ExactMoney(form.money()),
                        account.name(),
                        rebate.ladder(),
                        rebate.countsFrom(),
                        rebate.countsTo()),
                rebate.path(),
                form.why(),
                rebate.confidential() ? Level.PERSONAL.number() : Level.BUSINESS.number(),
                ladders.ownRoles(rebate.ladder())));
    }

    private static String request(String kind) {
        return switch (kind) {
            case Booking.PAYOUT -> PAYOUT;
            case Booking.REPAID -> REPAID;
            default -> CLAW_BACK;
        };
    }

    /// A request about a booking was decided, or taken back.
    public void decide(Approval approval) {
        long id = Long.parseLong(approval.subject().substring(SUBJECT.length()));
        Booking booking = bookings.find(id).orElseThrow(() -> new Problem.Forbidden("rebate.unseen"));
        boolean granted = approval.status() == Approval.Status.GRANTED;
        if (granted) {
            Rebate rebate = rebates.of(booking.accountId(), booking.ladderId(), booking.periodFrom())
                    .orElseThrow(() -> new Problem.Conflict("rebate.unknownStatement"));
            bookings.hold(rebate);
            checkAgain(booking, current(rebate));
        }
        bookings.end(id, granted);
    }

    private void checkAgain(Booking booking, Rebate rebate) {
        long left = switch (booking.kind()) {
            case Booking.PAYOUT -> leftToPay(rebate);
            case Booking.REPAID -> rebate.overpaid();
            default -> leftToTake(booking, rebate);
        };
        if (left < booking.amount()) {
            throw new Problem.Conflict("rebate.lessNow." + booking.kind(), new ExactMoney(left));
        }
    }

    private static String whyUnknown(Rebate rebate) {
        return rebate.withheld()
                ? "rebate.withheld"
                : rebate.hidesPayable() ? "rebate.payableHidden" : "rebate.wrong.unknown";
    }

    /// What is asked for elsewhere does not count yet: who is approved first is first.
    private static long leftToPay(Rebate rebate) {
        Long balance = rebate.balance();
        Long against = rebate.againstBooked();
        if (balance == null || against == null) {
            throw new Problem.Conflict(whyUnknown(rebate));
        }
        return Math.max(0, balance - against);
    }

    /// Nor does it here.
    private long leftToTake(Booking booking, Rebate rebate) {
        Long finding = booking.finding();
        List<Diversion> confirmed = bookings.diversions(rebate, true);
        LadderRule rule = ladders.ruleOf(rebate);
        return confirmed.stream()
                .filter(one -> finding != null && one.id() == finding)
                .mapToLong(one -> ClawBack.left(rebate, rule, one, confirmed, rebate.taken()))
                .findFirst()
                .orElse(0);
    }

    private Rebate current(Rebate seen) {
        return rebates.of(seen.accountId(), seen.ladderId(), seen.periodFrom())
                .orElseThrow(() -> new Problem.NotFound("rebate.unknownStatement"));
    }
}
