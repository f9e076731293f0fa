package mainstay.accounts;

import java.util.Map;
import mainstay.accounts.KeepingDecision.Kept;
import mainstay.accounts.KeepingDecision.Refused;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Renames accounts by hand. The former name stays in their history, whoever renames.
@Service
@Transactional
class NameDesk {

    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final AccountRegister register;
    private final Standing standing;
    private final Timeline timeline;

    NameDesk(JdbcClient database, AccountRegister register, Standing standing, Timeline timeline) {
        this.database = database;
        this.register = register;
        this.standing = standing;
        this.timeline = timeline;
    }

    KeepingDecision rename(AccountCard account, String wanted) {
        String name = wanted.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return Refused.because("keeping.badName", LONGEST);
        }
        register.lock();
        database.sql("""
                        insert into accounts.name_by_hand (account_id, name, by_user, at)
                        values (:account, :name, :actor, identity.clock())
                        on conflict (account_id) do update
                        set name = excluded.name, by_user = excluded.by_user, at = excluded.at
                        """)
                .param("account", account.id())
                .param("name", name)
                .param("actor", Acting.actor().name())
                .update();
        standing.restoreApartFromLinks(new Long[] {account.id()});
        timeline.note(account.id(), "nameByHand", Map.of("name", name));
        return new Kept();
    }

    void leaveToFiles(AccountCard account) {
        register.lock();
        int known = database.sql("delete from accounts.name_by_hand where account_id = :account")
                .param("account", account.id())
                .update();
        if (known > 0) {
            standing.restoreApartFromLinks(new Long[] {account.id()});
            timeline.note(account.id(), "nameLeftToFiles", Map.of());
        }
    }

    @Transactional(readOnly = true)
    boolean isByHand(AccountCard account) {
        return database.sql("select exists (select 1 from accounts.name_by_hand h where h.account_id = :account)")
                .param("account", account.id())
                .query(Boolean.class)
                .single();
    }
}
