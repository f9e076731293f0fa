package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import mainstay.accounts.AccountFacts.Fact;
import mainstay.accounts.AccountStrip.Strip;
import mainstay.identity.Level;
import mainstay.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens the account page at one of its panels.
@Service
@Transactional(readOnly = true)
public class AccountShells {

    private final Accounts accounts;
    private final List<AccountPanel> panels;
    private final UnseenParents unseen;
    private final List<AccountFacts> facts;
    private final List<AccountStrip> strips;
    private final JdbcClient database;

    AccountShells(
            Accounts accounts,
            List<AccountPanel> panels,
            UnseenParents unseen,
            List<AccountFacts> facts,
            List<AccountStrip> strips,
            JdbcClient database) {
        this.accounts = accounts;
        this.unseen = unseen;
        this.facts = facts;
        this.strips = strips;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(AccountPanel::order))
                .toList();
        this.database = database;
    }

    /// Throws what the reader is told when there is no such account, or no right to see this of it.
    ///
    /// @param code as it stands in the address
    public AccountShell open(String code, String path, HttpServletRequest request, HttpServletResponse response) {
        AccountCard account = accounts.at(code);
        int level = levelOn(account.id());
        List<AccountPanel> open = openAt(level, path);
        response.addHeader("Vary", "HX-Request");
        request.setAttribute(AccountShell.OPENED, account.id());
        boolean whole = !isPart(request);
        boolean told = whole && open.stream().anyMatch(panel -> panel.path().equals(AccountPanels.TIMELINE));
        return new AccountShell(
                account,
                controlledBy(account.id()),
                isUnderUnseen(account),
                whole && level >= Level.BUSINESS.number() ? factsOf(account.id()) : List.of(),
                told ? stripsOf(account) : List.of(),
                open,
                path,
                whole);
    }

    /// The account of an address, for programs that ask for what one of its pages shows. Refuses as that page does.
    public AccountCard permitted(String code, String path) {
        AccountCard account = accounts.at(code);
        openAt(levelOn(account.id()), path);
        return account;
    }

    private List<AccountPanel> openAt(int level, String path) {
        List<AccountPanel> open = panels.stream()
                .filter(panel -> level >= panel.needed().number())
                .toList();
        if (open.stream().noneMatch(panel -> panel.path().equals(path))) {
            throw new Problem.Forbidden("account.notYours");
        }
        return open;
    }

    private List<Fact> factsOf(long account) {
        return facts.stream().flatMap(each -> each.of(account).stream()).toList();
    }

    private List<Strip> stripsOf(AccountCard account) {
        return strips.stream().flatMap(each -> each.of(account).stream()).toList();
    }

    private boolean isUnderUnseen(AccountCard account) {
        return !account.isGrouped() && unseen.above(account.id());
    }

    private int levelOn(long accountId) {
        return database.sql("select accounts.pub_level(:account)")
                .param("account", accountId)
                .query(Integer.class)
                .optional()
                .orElse(Level.NONE.number());
    }

    private int controlledBy(long accountId) {
        return database.sql("""
                        with recursive down as (
                            select l.child_id from accounts.parent_link l
                            where l.parent_id = :account and (l.holding is null or l.holding > 50)
                              and l.valid_from <= (select identity.pub_today())
                              and l.valid_to > (select identity.pub_today())
                            union
                            select l.child_id from down d join accounts.parent_link l on l.parent_id = d.child_id
                            where (l.holding is null or l.holding > 50)
                              and l.valid_from <= (select identity.pub_today())
                              and l.valid_to > (select identity.pub_today()))
                        select count(*) from down d join accounts.pub_card a on a.id = d.child_id
                        """)
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }
}
