package mainstay.dossier.custody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.activity.Timeline;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.dossier.custody.LoanOutcome.Asked;
import mainstay.dossier.custody.LoanOutcome.Refused;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.SolidStars;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where archives are borrowed, given back and called back.
@Service
@Transactional
public class LoanDesk {

    static final String BORROWING = "borrowing";
    private static final int LONGEST_REASON = 500;

    private final Loans loans;
    private final Custodies custodies;
    private final Accounts accounts;
    private final Approvals approvals;
    private final SolidStars stars;
    private final Timeline timeline;
    private final Clock clock;

    LoanDesk(
            Loans loans,
            Custodies custodies,
            Accounts accounts,
            Approvals approvals,
            SolidStars stars,
            Timeline timeline,
            Clock clock) {
        this.loans = loans;
        this.custodies = custodies;
        this.accounts = accounts;
        this.approvals = approvals;
        this.stars = stars;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Loan> mine(int most, int from) {
        return loans.mine(most, from);
    }

    @Transactional(readOnly = true)
    public List<Loan> ofOthers(int most, int from) {
        return loans.ofOthers(most, from);
    }

    /// A loan with what the reader may do about it.
    @Transactional(readOnly = true)
    public LoanView view(long id) {
        Loan loan = known(id);
        boolean own = isOwn(loan);
        boolean followed = own && loans.openOf(loan.accountId()).stream().anyMatch(other -> other.id() > id);
        return new LoanView(
                loan,
                approvals.latest(BORROWING, String.valueOf(id)).orElse(null),
                own && loan.isOpen(),
                own && loan.isOut() && !followed,
                loan.isOpen() && custodies.answers(loan.accountId()));
    }

    /// What a yes would open.
    @Transactional(readOnly = true)
    public List<Text> opens(Approval approval) {
        return loans.byId(Long.parseLong(approval.subject())).stream()
                .flatMap(loan -> loan.parts().stream()
                        .map(part -> part.equals(Loan.PERSONAL)
                                ? Text.of("loan.opensPersonal", loan.days())
                                : Text.of("loan.opens", Text.of("archive.part." + part))))
                .toList();
    }

    /// Asks whoever answers for the archive.
    ///
    /// @throws Problem.Conflict where nobody could decide
    public LoanOutcome ask(LoanForm form) {
        Actor borrower = Acting.actor();
        Long me = borrower.id();
        if (me == null) {
            throw new Problem.Forbidden("loan.nobody");
        }
        LoanForm whole = form.of("renews").isEmpty() ? form : renewal(form);
        Map<String, Text> refusals = whole.refusals();
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        Optional<Long> account = accounts.numberOf(whole.of("account"));
        if (account.isEmpty()) {
            return new Refused(Map.of("account", Text.of("loan.wrong.unknown", whole.of("account"))));
        }
        loans.hold(me);
        Optional<Refused> needless = needless(account.get(), whole);
        if (needless.isPresent()) {
            return needless.get();
        }
        return new Asked(add(account.get(), whole, me, borrower.name()));
    }

    private Loan add(long account, LoanForm form, long me, String name) {
        String renews = form.of("renews");
        long id = loans.add(new Loans.Wish(
                account,
                form.of("account"),
                me,
                name,
                form.parts(),
                form.of("purpose"),
                Objects.requireNonNull(form.number()),
                renews.isEmpty() ? null : Long.valueOf(renews)));
        String called = accounts.byId(account).map(AccountCard::name).orElse(form.of("account"));
        approvals.ask(new ApprovalWish(
                BORROWING,
                String.valueOf(id),
                account,
                stars.of(account),
                null,
                Text.of(renews.isEmpty() ? "loan.title" : "loan.renewalTitle", called, form.number()),
                "/archive/loans/" + id,
                form.of("purpose"),
                Level.FULL.number(),
                List.of(),
                custodies.holders(account)));
        return known(id);
    }

    /// Who sees it anyway, or has asked already, does not ask.
    private Optional<Refused> needless(long account, LoanForm form) {
        int needed = (form.parts().contains(Loan.PERSONAL) ? Level.PERSONAL : Level.FULL).number();
        if (custodies.level(account) >= needed) {
            return Optional.of(new Refused(Map.of("account", Text.of("loan.wrong.seen"))));
        }
        boolean asked = loans.openOf(account).stream()
                .anyMatch(loan -> loan.state().equals("asked") || loan.state().equals("waiting"));
        return asked ? Optional.of(new Refused(Map.of("account", Text.of("loan.wrong.asked")))) : Optional.empty();
    }

    /// The same parts of the same account once more.
    private LoanForm renewal(LoanForm form) {
        Loan before = form.of("renews").matches("\\d{1,18}")
                ? loans.byId(Long.parseLong(form.of("renews"))).orElse(null)
                : null;
        if (before == null || !isOwn(before)) {
            throw new Problem.NotFound("loan.unknown");
        }
        if (!before.isOut()) {
            throw new Problem.Conflict("loan.over");
        }
        return new LoanForm(before.code(), before.parts(), form.purpose(), form.days(), form.renews());
    }

    /// Gives it back before its time.
    public void giveBack(long id) {
        Loan loan = known(id);
        if (!isOwn(loan)) {
            throw new Problem.Forbidden("loan.notYours");
        }
        if (!loans.close(id, null, Acting.actor().name())) {
            throw new Problem.Conflict("loan.over");
        }
        timeline.note(loan.accountId(), "archiveReturned", Map.of());
    }

    /// Calls it back: from this moment on the borrower sees nothing of it.
    public void recall(long id, String said) {
        String reason = said.strip();
        Loan loan = known(id);
        if (!custodies.answers(loan.accountId())) {
            throw new Problem.Forbidden("loan.notAnswering");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem.Invalid("loan.wrong.reason", LONGEST_REASON);
        }
        if (!HarmlessText.is(reason)) {
            throw new Problem.Invalid("archive.wrong.harmful");
        }
        if (!loans.close(id, reason, Acting.actor().name())) {
            throw new Problem.Conflict("loan.over");
        }
        timeline.note(loan.accountId(), "archiveRecalled", Map.of("borrower", loan.borrower()));
    }

    /// What a decision brings about, in the transaction of the decision.
    void decided(Approval approval) {
        long id = Long.parseLong(approval.subject());
        Loan loan = known(id);
        String decider = Acting.actor().name();
        if (!approval.isGranted()) {
            loans.decline(id, approval.status().code(), decider);
            return;
        }
        loans.open(id, decider);
        Loan open = known(id);
        LocalDate last = LocalDate.ofInstant(Objects.requireNonNull(open.endsAt()), clock.getZone());
        timeline.note(loan.accountId(), "archiveLent", Map.of("borrower", loan.borrower(), "until", last.toString()));
    }

    private static boolean isOwn(Loan loan) {
        return Objects.equals(loan.borrowerId(), Acting.actor().id());
    }

    private Loan known(long id) {
        return loans.byId(id).orElseThrow(() -> new Problem.NotFound("loan.unknown"));
    }
}
