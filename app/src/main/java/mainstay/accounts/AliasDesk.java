package mainstay.accounts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.KeepingDecision.Kept;
import mainstay.accounts.KeepingDecision.Refused;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says by hand which codes of a source mean an account, so that the next file lands on it.
@Service
@Transactional
class AliasDesk {

    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final AccountRegister register;
    private final Accounts accounts;
    private final Timeline timeline;

    AliasDesk(JdbcClient database, AccountRegister register, Accounts accounts, Timeline timeline) {
        this.database = database;
        this.register = register;
        this.accounts = accounts;
        this.timeline = timeline;
    }

    KeepingDecision add(AccountCard account, String source, String wanted) {
        String code = wanted.strip();
        if (code.isEmpty() || code.length() > LONGEST || !AccountAddress.isUsable(code)) {
            return Refused.because("keeping.badCode", LONGEST);
        }
        if (!sources().contains(source)) {
            return Refused.because("keeping.noSource", source);
        }
        register.lock();
        Optional<AccountCard> owner = owner(source, code);
        if (owner.isPresent()) {
            return owner.get().id() == account.id()
                    ? Refused.because("keeping.codeHere", code, source)
                    : Refused.because(
                            "keeping.codeTaken",
                            code,
                            source,
                            owner.get().name(),
                            owner.get().code());
        }
        database.sql("""
                        insert into accounts.alias (source, code, account_id, by_user, since)
                        values (:source, :code, :account, :actor, identity.clock())
                        on conflict (source, code) do update
                        set account_id = excluded.account_id, by_user = excluded.by_user, since = excluded.since,
                            taken_from = case when alias.by_user is null then alias.account_id else alias.taken_from end
                        """)
                .param("source", source)
                .param("code", code)
                .param("account", account.id())
                .param("actor", Acting.actor().name())
                .update();
        timeline.note(account.id(), "codeAdded", Map.of("code", code, "source", source));
        return new Kept();
    }

    /// What files brought under the code until now stays. From now on the code means nobody, or again the account
    /// that files had brought it for.
    KeepingDecision end(AccountCard account, String source, String code) {
        register.lock();
        if (!isGivenBack(account, source, code) && !isDropped(account, source, code)) {
            return Refused.because("keeping.codeOfFiles", code, source);
        }
        timeline.note(account.id(), "codeEnded", Map.of("code", code, "source", source));
        return new Kept();
    }

    private boolean isGivenBack(AccountCard account, String source, String code) {
        return database.sql("""
                        update accounts.alias
                        set account_id = taken_from, taken_from = null, by_user = null, since = null
                        where source = :source and code = :code and account_id = :account and taken_from is not null
                        """)
                        .param("source", source)
                        .param("code", code)
                        .param("account", account.id())
                        .update()
                > 0;
    }

    private boolean isDropped(AccountCard account, String source, String code) {
        return database.sql("""
                        delete from accounts.alias
                        where source = :source and code = :code and account_id = :account and by_user is not null
                        """)
                        .param("source", source)
                        .param("code", code)
                        .param("account", account.id())
                        .update()
                > 0;
    }

    /// Where codes come from; each is one step through the index.
    List<String> sources() {
        return database.sql("""
                        with recursive step as (
                            (select l.source from accounts.alias l order by l.source limit 1)
                            union all
                            select (select l.source from accounts.alias l where l.source > s.source
                                    order by l.source limit 1)
                            from step s where s.source is not null)
                        select source from step where source is not null and source <> :byHand order by source
                        """)
                .param("byHand", AccountRegister.BY_HAND)
                .query((row, number) -> row.getString("source"))
                .list();
    }

    /// The account that the code means already, by this source or because it was opened by hand under it. One that
    /// only withdrawn files knew does not stand in the way.
    private Optional<AccountCard> owner(String source, String code) {
        return database.sql("""
                        select coalesce(g.survivor_id, a.id) as id
                        from accounts.account a left join accounts.pub_merged() g on g.account_id = a.id
                        where (not a.withdrawn or a.merged_into_id is not null)
                          and (a.id in (select l.account_id from accounts.alias l
                                        where l.source = :source and l.code = :code)
                               or (a.source = :byHand and a.code = :code))
                        limit 1
                        """)
                .param("source", source)
                .param("code", code)
                .param("byHand", AccountRegister.BY_HAND)
                .query((row, number) -> Objects.requireNonNull(Sql.number(row, "id")))
                .optional()
                .flatMap(accounts::byId);
    }
}
