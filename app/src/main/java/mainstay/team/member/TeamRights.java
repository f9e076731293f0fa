package mainstay.team.member;

import mainstay.accounts.AccountCard;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may say who works for an account: directors and administrators for all, its manager for this one.
@Component
@Transactional(readOnly = true)
public class TeamRights {

    private final JdbcClient database;

    TeamRights(JdbcClient database) {
        this.database = database;
    }

    public boolean mayArrange(AccountCard account) {
        Actor actor = Acting.actor();
        if (actor.is(Role.DIRECTOR, Role.ADMINISTRATOR)) {
            return true;
        }
        return actor.is(Role.KAM, Role.AGENT)
                && database.sql("select coalesce(accounts.pub_level(:account), 0)")
                                .param("account", account.id())
                                .query(Integer.class)
                                .single()
                        >= Level.FULL.number();
    }

    public void demand(AccountCard account) {
        if (!mayArrange(account)) {
            throw new Problem.Forbidden("team.mayNotArrange");
        }
    }

    /// Whether the reader may know what a person gets and how the person was assessed.
    public static boolean mayKnow(long user) {
        Actor actor = Acting.actor();
        return actor.is(Role.DIRECTOR, Role.ADMINISTRATOR) || (actor.id() != null && actor.id() == user);
    }

    /// Whether the reader may say so: directors and administrators of others, nobody of oneself.
    public static boolean maySayOf(long user) {
        Actor actor = Acting.actor();
        return actor.is(Role.DIRECTOR, Role.ADMINISTRATOR) && (actor.id() == null || actor.id() != user);
    }

    /// Whether somebody can act for an account.
    public static boolean canAct(User user) {
        return user.isEnabled() && user.role().mayDecide();
    }
}
