package mainstay.bench;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Credit checks of accounts whose limit follows from their rebates, while all accounts have rebates: nobody set one
/// for them, and enough is taken to be known of them, so that each check reads what has accrued and what is expected.
final class RuledCreditBench {

    private final Installed installed;
    private final Sizes sizes;

    RuledCreditBench(Installed installed, Sizes sizes) {
        this.installed = installed;
        this.sizes = sizes;
    }

    void run(Statement statement) throws IOException, InterruptedException, SQLException {
        statement.execute("""
                create table if not exists terms.bench_limit as
                select t.account_id, t.imported_limit
                from accounts.terms t join rating.current c on c.account_id = t.account_id and c.scope = 'account' and c.stars = 2;
                update accounts.terms t set imported_limit = null from terms.bench_limit b where b.account_id = t.account_id;
                update rating.current c set hollow = false from terms.bench_limit b where b.account_id = c.account_id and c.hollow;
                """);
        settle(statement);
        try {
            measure(codes(statement));
        } finally {
            statement.execute("""
                    update accounts.terms t set imported_limit = b.imported_limit
                    from terms.bench_limit b where b.account_id = t.account_id;
                    update rating.current c set hollow = r.hollow
                    from terms.bench_limit b, rating.rating r where b.account_id = c.account_id and r.id = c.rating_id;
                    drop table terms.bench_limit
                    """);
        }
    }

    /// So many rows are not changed at once while a firm takes orders: the database would tidy up and write them down
    /// in the middle of what is measured, and make all its plans anew.
    private static void settle(Statement statement) throws SQLException {
        statement.execute("vacuum analyze accounts.terms, rating.current, terms.accrual, terms.pool");
        statement.execute("checkpoint");
    }

    private static List<String> codes(Statement statement) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select a.code from terms.bench_limit b join accounts.account a on a.id = b.account_id order by b.account_id
                """)) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private void measure(List<String> codes) throws IOException, InterruptedException {
        String token = installed.command("user", "token", "admin").strip();
        Question question = Question.once(
                "credit check with a limit by rule",
                token,
                "/api/v1/credit-checks",
                number -> "{\"account\": \"%s\", \"stage\": \"order\", \"amount\": 10, \"order\": \"R%d\"}"
                        .formatted(codes.get((int) (number * 7_919 % codes.size())), number));
        List<Visitor> visitors = new ArrayList<>();
        try {
            for (int i = 0; i < sizes.connections(); i++) {
                visitors.add(Visitor.withoutSession(installed.url()));
            }
            Load load = new Load(visitors, question, System.currentTimeMillis());
            load.closed(sizes.seconds());
            Load.Seen full = load.closed(sizes.seconds());
            Load.Seen half = load.open(sizes.seconds(), full.perSecond() / 2);
            String which = "accounts=%d lines=%d connections=%d asked=%d"
                    .formatted(sizes.accounts(), sizes.lines(), sizes.connections(), codes.size());
            new Figure("credit.ruled.rate", full.perSecond(), "1/s", which).print();
            new Figure("credit.ruled.p50", half.quantile(0.5), "ms", which).print();
            new Figure("credit.ruled.p99", half.quantile(0.99), "ms", which).print();
        } finally {
            visitors.forEach(Visitor::close);
        }
    }
}
