package mainstay.portfolio.profit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what people see of switching barriers, and tells the timeline.
@Service
@Transactional
class BarrierDesk {
    private final Barriers barriers;
    private final Timeline timeline;
    private final Clock clock;

    BarrierDesk(Barriers barriers, Timeline timeline, Clock clock) {
        this.barriers = barriers;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    BarrierView view(AccountCard account) {
        return view(account, BarrierForm.empty(LocalDate.now(clock)), Map.of());
    }

    @Transactional(readOnly = true)
    BarrierView view(AccountCard account, BarrierForm form, Map<String, String> refusals) {
        return new BarrierView(
                barriers.standing(account.id()), barriers.history(account.id()), mayWrite(account), form, refusals);
    }

    /// Whoever keeps accounts in order, and who looks after this one.
    private boolean mayWrite(AccountCard account) {
        return Acting.actor().reaches(Level.BUSINESS) || barriers.level(account.id()) >= Level.FULL.number();
    }

    /// Whether the reader may see what is noted of an account.
    @Transactional(readOnly = true)
    boolean shows(AccountCard account) {
        return barriers.level(account.id()) >= Level.BUSINESS.number();
    }

    /// @return message keys of what cannot be taken, by field; nothing is kept while there is one
    Map<String, String> record(AccountCard account, BarrierForm form) {
        Map<String, String> refusals = form.refusals(LocalDate.now(clock));
        if (refusals.isEmpty()) {
            keep(account, form.barrier(account.id(), Acting.actor().name()));
        }
        return refusals;
    }

    private void keep(AccountCard account, Barrier seen) {
        try {
            barriers.add(seen);
        } catch (DataAccessException failed) {
            if (String.valueOf(failed.getMessage()).contains("row-level security")) {
                Problem.Forbidden forbidden = new Problem.Forbidden("barriers.notYours", account.name());
                forbidden.initCause(failed);
                throw forbidden;
            }
            throw failed;
        }
        Map<String, String> detail =
                new TreeMap<>(Map.of("textKind", seen.key(), "textSide", "barriers." + seen.side()));
        detail.put("moneyAmount", seen.amount() == null ? "" : String.valueOf(seen.amount()));
        timeline.note(account.id(), seen.ended() ? "barrierEnded" : "barrier", detail);
    }
}
