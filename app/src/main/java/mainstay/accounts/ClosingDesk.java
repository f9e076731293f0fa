package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.KeepingDecision.Doubted;
import mainstay.accounts.KeepingDecision.Kept;
import mainstay.accounts.KeepingDecision.Refused;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closes accounts and opens them again. Nothing of theirs is deleted.
@Service
@Transactional
class ClosingDesk {

    private static final int LONGEST = 500;

    private final JdbcClient database;
    private final AccountRegister register;
    private final Standing standing;
    private final Timeline timeline;
    private final List<ClosingConcern> concerns;

    ClosingDesk(
            JdbcClient database,
            AccountRegister register,
            Standing standing,
            Timeline timeline,
            List<ClosingConcern> concerns) {
        this.database = database;
        this.register = register;
        this.standing = standing;
        this.timeline = timeline;
        this.concerns = concerns;
    }

    /// @param sure whether it is to be closed whatever speaks against it
    KeepingDecision close(AccountCard account, LocalDate on, String reason, boolean sure) {
        LocalDate opened = account.openedOn();
        if (opened != null && on.isBefore(opened)) {
            return Refused.because("keeping.closedBeforeOpened", on, opened);
        }
        List<Text> against = concerns.stream()
                .flatMap(concern -> concern.about(account.id(), on).stream())
                .toList();
        if (!sure && !against.isEmpty() && isReason(reason)) {
            return new Doubted(against, on, reason.strip());
        }
        return say(account, on, reason, "accountClosed", Map.of("day", on.toString(), "reason", reason.strip()));
    }

    KeepingDecision reopen(AccountCard account, String reason) {
        if (account.closedOn() == null) {
            return Refused.because("keeping.notClosed", account.name());
        }
        return say(account, null, reason, "accountReopened", Map.of("reason", reason.strip()));
    }

    /// From now on account files decide again.
    KeepingDecision leaveToFiles(AccountCard account) {
        register.lock();
        if (of(account).stream().findFirst().filter(Closing::decides).isEmpty()) {
            return Refused.because("keeping.closingOfFiles", account.name());
        }
        keep(account, new Said(false, null, ""));
        timeline.note(account.id(), "closingLeftToFiles", Map.of());
        return new Kept();
    }

    private record Said(boolean decides, @Nullable LocalDate closedOn, String reason) {}

    private KeepingDecision say(
            AccountCard account, @Nullable LocalDate closedOn, String reason, String kind, Map<String, String> detail) {
        if (!isReason(reason)) {
            return Refused.because("keeping.noReason", LONGEST);
        }
        register.lock();
        keep(account, new Said(true, closedOn, reason.strip()));
        timeline.note(account.id(), kind, detail);
        return new Kept();
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= LONGEST;
    }

    private void keep(AccountCard account, Said said) {
        database.sql("""
                        insert into accounts.closing (account_id, decides, closed_on, reason, by_user, at)
                        values (:account, :decides, cast(:day as date), :reason, :actor, identity.clock())
                        """)
                .param("account", account.id())
                .param("decides", said.decides())
                .param("day", said.closedOn())
                .param("reason", said.reason())
                .param("actor", Acting.actor().name())
                .update();
        standing.restoreApartFromLinks(new Long[] {account.id()});
    }

    /// The newest first.
    @Transactional(readOnly = true)
    List<Closing> of(AccountCard account) {
        return database.sql("""
                        select decides, closed_on, reason, by_user, at from accounts.closing
                        where account_id = :account order by id desc limit 50
                        """)
                .param("account", account.id())
                .query((row, number) -> new Closing(
                        row.getBoolean("decides"),
                        Sql.date(row, "closed_on"),
                        row.getString("reason"),
                        row.getString("by_user"),
                        Objects.requireNonNull(Sql.instant(row, "at"))))
                .list();
    }
}
