package mainstay.terms.credit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What can be done about a held order: ask to let it go, note what was paid ahead, or close it.
@Service
@Transactional
class HeldOrderDesk {

    static final String CREDIT = "credit";
    private static final int LONGEST = 500;
    static final int SHOWN = 50;
    private static final int DONE = 20;

    private final HeldOrders orders;
    private final HeldSteps steps;
    private final CreditStandings credit;
    private final Approvals approvals;
    private final Timeline timeline;
    private final JdbcClient database;

    HeldOrderDesk(
            HeldOrders orders,
            HeldSteps steps,
            CreditStandings credit,
            Approvals approvals,
            Timeline timeline,
            JdbcClient database) {
        this.orders = orders;
        this.steps = steps;
        this.credit = credit;
        this.approvals = approvals;
        this.timeline = timeline;
        this.database = database;
    }

    @Transactional(readOnly = true)
    public List<HeldOrder> waiting() {
        return orders.waiting(SHOWN);
    }

    @Transactional(readOnly = true)
    public List<DecidedOrder> done() {
        return orders.done(DONE);
    }

    /// Where the requests to let some orders go are decided, by the number of the order.
    @Transactional(readOnly = true)
    public Map<Long, String> requests(List<HeldOrder> waiting) {
        Map<Long, String> requests = new HashMap<>();
        for (HeldOrder order : waiting) {
            if (order.state().equals("asked")) {
                orders.askedAfter(order)
                        .flatMap(check -> approvals.pending(CREDIT, HeldSteps.SUBJECT + check))
                        .ifPresent(approval -> requests.put(order.id(), approval.path()));
            }
        }
        return requests;
    }

    /// The orders for which all limits have room by now, as far as the reader may know them: a limit was raised, or
    /// something was paid. Asked about again, they go.
    @Transactional(readOnly = true)
    public Set<Long> fitting(List<HeldOrder> waiting) {
        Map<Long, List<HeldLimit>> standings = new HashMap<>();
        return waiting.stream()
                .filter(order -> fits(order, standings.computeIfAbsent(order.accountId(), credit::of)))
                .map(HeldOrder::id)
                .collect(Collectors.toSet());
    }

    private static boolean fits(HeldOrder order, List<HeldLimit> limits) {
        return order.limit() != null
                && limits.stream().map(HeldLimit::headRoom).allMatch(room -> room == null || room >= order.onCredit())
                && limits.stream().anyMatch(held -> held.headRoom() != null);
    }

    /// It goes when it is asked about again under its number, once that was approved.
    void askRelease(long id, String reason) {
        HeldOrder order = waitingOne(id);
        String why = text(reason);
        steps.add(id, "asked", null, why);
        approvals.ask(new ApprovalWish(
                CREDIT,
                HeldSteps.SUBJECT + id,
                order.accountId(),
                stars(order.accountId()),
                order.onCredit(),
                Text.of(
                        "held.approval",
                        number(order),
                        order.name(),
                        new ExactMoney(order.onCredit()),
                        new ExactMoney(order.stillTooMuch())),
                AccountCard.pathOf(order.account()) + "/terms",
                why));
        timeline.note(
                order.accountId(),
                "terms.releaseAsked",
                Map.of("moneyExact", String.valueOf(order.amount()), "order", number(order)));
    }

    /// On top of all that is known to be paid ahead: what a question told is taken into the note.
    ///
    /// @param seen what was known to be paid ahead when it was written, so that nothing is noted twice
    void notePrepayment(long id, String amount, String note, long seen) {
        HeldOrder order = waitingOne(id);
        if (order.prepaid() != seen) {
            throw new Problem.Invalid("held.notedMeanwhile", new ExactMoney(order.prepaid()));
        }
        long paid = Unit.MONEY
                .number(amount)
                .filter(number -> number.signum() > 0)
                .map((BigDecimal number) -> Money.of(number).tenThousandths())
                .orElseThrow(() -> new Problem.Invalid("held.wrong.amount"));
        if (paid > order.amount()) {
            throw new Problem.Invalid("held.wrong.amount");
        }
        steps.add(id, "prepaid", paid + Math.max(0, order.prepaid() - order.paid()), optional(note));
        timeline.note(
                order.accountId(), "terms.prepaid", Map.of("moneyExact", String.valueOf(paid), "order", number(order)));
    }

    void close(long id, String note) {
        HeldOrder order = waitingOne(id);
        steps.add(id, "closed", null, text(note));
        timeline.note(order.accountId(), "terms.heldClosed", Map.of("order", number(order)));
    }

    /// Whoever does something else about it waits until the transaction ends, and finds what was done.
    private HeldOrder waitingOne(long id) {
        orders.hold(id);
        HeldOrder order = orders.byId(id).orElseThrow(() -> new Problem.NotFound("held.unknown"));
        if (!order.isOpen()) {
            throw new Problem.Conflict("held.moved");
        }
        return order;
    }

    private static String number(HeldOrder order) {
        return Optional.ofNullable(order.order()).orElse("—");
    }

    private static String text(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Problem.Invalid("held.wrong.note", LONGEST);
        }
        return text;
    }

    private static String optional(String written) {
        return written.isBlank() ? "" : text(written);
    }

    private @Nullable Integer stars(long account) {
        return database.sql(
                        "select stars from rating.pub_stars where account_id = :account and solid_stars is not null")
                .param("account", account)
                .query((row, number) -> row.getInt("stars"))
                .optional()
                .orElse(null);
    }
}
