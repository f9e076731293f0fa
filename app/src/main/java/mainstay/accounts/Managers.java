package mainstay.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.ManagerCodes.ManagerCode;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Manager codes: placeholders until a user stands behind them.
@Repository
class Managers {

    static final String CAUSE = "manager";

    private final JdbcClient database;
    private final UserDesk users;
    private final Grants grants;

    Managers(JdbcClient database, UserDesk users, Grants grants) {
        this.database = database;
        this.users = users;
        this.grants = grants;
    }

    /// Makes the codes of a file known; a name given later replaces the one before. Codes known already stay
    /// untouched.
    void keep(List<AccountMaster> rows) {
        Set<String> seen = new HashSet<>();
        List<String> codes = new ArrayList<>();
        List<@Nullable String> names = new ArrayList<>();
        for (AccountMaster row : rows.reversed()) {
            String code = row.managerCode();
            if (code != null && seen.add(code)) {
                codes.add(code);
                names.add(row.managerName());
            }
        }
        if (codes.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into accounts.manager (code, name, changed_at)
                        select g.code, coalesce(g.name, g.code), identity.clock()
                        from unnest(cast(:codes as text[]), cast(:names as text[])) g (code, name)
                        where not exists (select 1 from accounts.manager m
                                          where m.code = g.code and coalesce(g.name, g.code) in (g.code, m.name))
                        on conflict (code) do update set name = excluded.name, changed_at = excluded.changed_at
                        where excluded.name <> excluded.code and excluded.name <> manager.name
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param("names", names.toArray(new @Nullable String[0]))
                .update();
    }

    /// Whether a row names nobody, or somebody who is known by this code and name.
    boolean areKnown(AccountMaster row) {
        return row.managerCode() == null
                || database.sql("""
                                select exists (select 1 from accounts.manager m
                                               where m.code = :code and coalesce(:name, :code) in (m.code, m.name))
                                """)
                        .param("code", row.managerCode())
                        .param("name", row.managerName())
                        .query(Boolean.class)
                        .single();
    }

    /// Gives somebody whom no file names a code of their own: the name they sign in with, numbered where files or
    /// others have that code already.
    String keepUser(User user) {
        String code = user.name();
        for (int number = 2; !isKept(code, user); number++) {
            code = user.name() + "-" + number;
        }
        return code;
    }

    /// Not where the code is taken.
    private boolean isKept(String code, User user) {
        return database.sql("""
                        insert into accounts.manager (code, name, user_id, changed_at)
                        values (:code, :name, :user, identity.clock())
                        on conflict (code) do nothing
                        """)
                        .param("code", code)
                        .param("name", user.fullName())
                        .param("user", user.id())
                        .update()
                == 1;
    }

    /// Puts users behind placeholders that bear their sign-in name as code or, for those who look after accounts,
    /// their full name. Both names are given by an administrator, never by the users themselves.
    void recognise() {
        List<User> enabled = users.all().stream().filter(User::isEnabled).toList();
        List<Role> inCharge = List.of(Role.KAM, Role.DIRECTOR);
        List<Recognised> found = database.sql("""
                        select m.code, u.id as user_id from accounts.manager m
                        join unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:fullNames as text[]),
                                    cast(:inCharge as boolean[])) u (id, name, full_name, in_charge)
                             on lower(m.code) = u.name or (u.in_charge and m.name = u.full_name)
                        where m.user_id is null and not m.by_hand
                        """)
                .param("ids", enabled.stream().map(User::id).toArray(Long[]::new))
                .param("names", enabled.stream().map(User::name).toArray(String[]::new))
                .param("fullNames", enabled.stream().map(User::fullName).toArray(String[]::new))
                .param(
                        "inCharge",
                        enabled.stream().map(User::role).map(inCharge::contains).toArray(Boolean[]::new))
                .query(RecordRows.of(Recognised.class))
                .list();
        found.forEach(this::keep);
    }

    private record Recognised(String code, long userId) {}

    /// Only where somebody was recognised: each update of managers makes what is kept of the lists old.
    private void keep(Recognised found) {
        database.sql("""
                        update accounts.manager set user_id = :user, changed_at = identity.clock()
                        where code = :code and user_id is null and not by_hand
                        """)
                .param("user", found.userId())
                .param("code", found.code())
                .update();
    }

    List<ManagerCode> all() {
        return database.sql("""
                        select m.code, m.name, m.user_id, m.by_hand, count(a.id) as accounts
                        from accounts.manager m
                        left join accounts.account a on a.manager_code = m.code and not a.withdrawn
                        group by m.code order by m.name collate "zh-x-icu", m.code
                        """)
                .query((row, number) -> new ManagerCode(
                        row.getString("code"),
                        row.getString("name"),
                        Sql.number(row, "user_id"),
                        row.getBoolean("by_hand"),
                        row.getInt("accounts")))
                .list();
    }

    /// Puts a user behind exactly these codes. Nobody is behind a code that was taken away, and no name
    /// brings the user back.
    void put(long userId, Set<String> codes) {
        database.sql("""
                        update accounts.manager m
                        set user_id = case when m.code = any(:codes) then cast(:user as bigint) end,
                            by_hand = true, changed_at = identity.clock()
                        where m.code = any(:codes) or m.user_id = :user
                        """)
                .param("user", userId)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    /// Managers see everything of the business with their accounts, for as long as these are theirs.
    void grant() {
        recognise();
        Map<Long, Long> userByAccount = new HashMap<>();
        database.sql("""
                        select a.id, m.user_id from accounts.account a
                        join accounts.manager m on m.code = a.manager_code
                        where m.user_id is not null and not a.withdrawn
                        """).query(row -> {
            userByAccount.put(row.getLong("id"), row.getLong("user_id"));
        });
        grants.replace(CAUSE, userByAccount, Level.FULL);
    }

    /// The same for an account that was opened just now.
    void grant(long account) {
        database.sql("""
                        select m.user_id from accounts.account a
                        join accounts.manager m on m.code = a.manager_code
                        where a.id = :account and m.user_id is not null
                        """)
                .param("account", account)
                .query(Long.class)
                .optional()
                .ifPresent(user -> grants.give(CAUSE, account, user, Level.FULL));
    }
}
