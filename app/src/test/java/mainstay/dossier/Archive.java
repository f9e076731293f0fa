package mainstay.dossier;

import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.springframework.boot.test.context.TestComponent;

/// A few accounts, and facts written of them.
@TestComponent
public class Archive {

    static final String NOTHING = "";

    private final Accounts accounts;
    private final FactDesk desk;
    private final ImportDesk imports;
    private final Grants grants;

    Archive(Accounts accounts, FactDesk desk, ImportDesk imports, Grants grants) {
        this.accounts = accounts;
        this.desk = desk;
        this.imports = imports;
        this.grants = grants;
    }

    /// Accounts with one sale each, of these codes; their names are the codes.
    public void accounts(String... codes) {
        StringBuilder sales = new StringBuilder("customer,document,line,date,amount\n");
        for (int i = 0; i < codes.length; i++) {
            sales.append("%s,%s-1,1,2026-11-0%d,%d00%n".formatted(codes[i], codes[i], i + 1, codes.length - i));
        }
        TermsTestbed.bring(imports, Kind.SALES, sales.toString());
    }

    public AccountCard card(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow());
    }

    public void grant(String code, User user, Level level) {
        Acting.asOperator(() -> {
            grants.give("story", card(code).id(), user.id(), level);
            return null;
        });
    }

    /// Opens single parts from one moment to another.
    void lend(String code, User user, Level level, String scope, String from, String until) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into identity.account_grant (account_id, user_id, level, starts_at, ends_at, cause, scope)
                values (%d, %d, %d, '%s', '%s', 'loan', '%s')
                """.formatted(
                        card(code).id(), user.id(), level.number(), from, until, scope));
    }

    /// Writes as the local operator into a place that is as `seen` says.
    public FactOutcome write(String code, String field, String value, String observedOn, String seen) {
        return Acting.asOperator(
                () -> desk.record(card(code), field, new FactForm(value, "a visit", observedOn, "reported", seen)));
    }

    /// Into an empty place.
    public Fact write(String code, String field, String value, String observedOn) {
        return kept(write(code, field, value, observedOn, NOTHING));
    }

    static Fact kept(FactOutcome outcome) {
        if (outcome instanceof FactOutcome.Kept kept) {
            return kept.fact();
        }
        throw new IllegalStateException(outcome.toString());
    }
}
