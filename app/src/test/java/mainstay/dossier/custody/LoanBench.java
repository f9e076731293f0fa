package mainstay.dossier.custody;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lends archives as people would, and asks the database as the application's own role.
@TestComponent
public class LoanBench {

    private final LoanDesk desk;
    private final CustodyDesk custody;
    private final Approvals approvals;
    private final Cast cast;
    private final MockMvc web;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    LoanBench(
            LoanDesk desk,
            CustodyDesk custody,
            Approvals approvals,
            Cast cast,
            MockMvc web,
            JdbcClient database,
            PlatformTransactionManager manager) {
        this.desk = desk;
        this.custody = custody;
        this.approvals = approvals;
        this.cast = cast;
        this.web = web;
        this.database = database;
        this.transactions = new TransactionTemplate(manager);
    }

    public Loan ask(User borrower, String account, int days, String... parts) {
        return asked(borrower, new LoanForm(account, Arrays.asList(parts), "a visit", String.valueOf(days), ""));
    }

    Loan renew(User borrower, Loan loan, int days) {
        return asked(borrower, new LoanForm("", List.of(), "another visit", String.valueOf(days), "" + loan.id()));
    }

    private Loan asked(User borrower, LoanForm form) {
        LoanOutcome outcome = cast.as(borrower, () -> desk.ask(form));
        if (outcome instanceof LoanOutcome.Asked asked) {
            return asked.loan();
        }
        throw new IllegalStateException(outcome.toString());
    }

    public void name(AccountCard account, User custodian, User deputy) {
        Acting.asOperator(() -> {
            custody.give(account, "" + custodian.id(), "" + deputy.id());
            return null;
        });
    }

    /// Where a loan is decided on.
    String requestOf(Loan loan) {
        return Acting.asOperator(() -> approvals.latest(LoanDesk.BORROWING, "" + loan.id()))
                .orElseThrow()
                .path();
    }

    /// Says yes or no on the page of the request.
    public ResultActions decide(User decider, Loan loan, String decision) throws Exception {
        return web.perform(post(requestOf(loan) + "/decisions")
                .param("decision", decision)
                .param("remark", "as asked")
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(decider)));
    }

    public Loan as(User reader, Loan loan) {
        return cast.as(reader, () -> desk.view(loan.id()).loan());
    }

    Loan loan(User reader, long id) {
        return cast.as(reader, () -> desk.view(id).loan());
    }

    long count(User reader, String sql) {
        return count(Actor.of(reader), sql);
    }

    long count(Actor reader, String sql) {
        return Acting.as(
                reader,
                () -> Objects.requireNonNull(transactions.execute(
                        status -> database.sql(sql).query(Long.class).single())));
    }

    /// As the reader, past every line of Java.
    int run(User reader, String sql) {
        return cast.as(
                reader,
                () -> Objects.requireNonNull(
                        transactions.execute(status -> database.sql(sql).update())));
    }

    void query(User reader, String sql) {
        cast.as(
                reader,
                () -> Objects.requireNonNull(
                        transactions.execute(status -> database.sql(sql).query().listOfRows())));
    }
}
