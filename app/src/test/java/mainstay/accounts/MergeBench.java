package mainstay.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Merges and parts accounts as the local operator, and asks what then stands.
@TestComponent
public class MergeBench {

    private final MergeDesk desk;
    private final Standing standing;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    MergeBench(MergeDesk desk, Standing standing, JdbcClient database, PlatformTransactionManager transactionManager) {
        this.desk = desk;
        this.standing = standing;
        this.database = database;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// A merge that stands, by the codes of both.
    public record Pair(long id, String survivor, String merged) {}

    /// Nothing where it was refused.
    public Optional<Long> merge(String survivor, String merged) {
        return Acting.asOperator(() -> desk.merge(survivor, merged) instanceof MergeDecision.Merged done
                ? Optional.of(done.merge())
                : Optional.empty());
    }

    public void undo(long merge) {
        Acting.asOperator(() -> desk.undo(merge));
    }

    /// Sales lines that stand on the account of a code.
    public long lines(String code) {
        return ask(() -> database.sql("""
                        select count(*) from ledger.pub_sales_line l join accounts.account a on a.id = l.account_id
                        where a.code = :code
                        """).param("code", code).query(Long.class).single());
    }

    public List<Pair> pairs() {
        return ask(() -> database.sql("""
                        select g.id, s.code as survivor, a.code as merged from accounts.merge g
                        join accounts.account s on s.id = g.survivor_id join accounts.account a on a.id = g.merged_id
                        where g.undone_at is null order by g.id
                        """)
                .query((row, number) -> new Pair(row.getLong("id"), row.getString("survivor"), row.getString("merged")))
                .list());
    }

    public void undoAll() {
        pairs().reversed().forEach(pair -> undo(pair.id()));
    }

    /// Derives all accounts anew from what files and people said.
    ///
    /// @return whether any of them was different before
    public long restoreAll() {
        String before = ask(() -> print(ACCOUNTS) + print(LINKS));
        ask(() -> {
            standing.restore(database.sql("select id from accounts.account order by merged_into_id is null, id")
                    .query((row, number) -> row.getLong("id"))
                    .list()
                    .toArray(Long[]::new));
            return "";
        });
        return before.equals(ask(() -> print(ACCOUNTS) + print(LINKS))) ? 0 : 1;
    }

    /// Who stands under whom and when, among the accounts whose codes begin so; without that beginning.
    public List<String> parents(String beginning) {
        return ask(() -> database.sql("""
                        select format('%s %s %s %s', substr(c.code, length(:beginning) + 1),
                                      substr(p.code, length(:beginning) + 1), l.valid_from, l.valid_to)
                        from accounts.parent_link l
                        join accounts.account c on c.id = l.child_id join accounts.account p on p.id = l.parent_id
                        where starts_with(c.code, :beginning) order by c.code, l.valid_from
                        """)
                .param("beginning", beginning)
                .query(String.class)
                .list());
    }

    /// What a ledger holds, and on which account each fact stands.
    public Map<String, String> fingerprint(Map<String, String> ofLedger) {
        Map<String, String> prints = new LinkedHashMap<>(ofLedger);
        ask(() -> {
            prints.put("standing accounts", print(ACCOUNTS));
            prints.put("links", print(LINKS));
            prints.put("settlements", print("""
                    select r.number, p.number as payment, a.code, s.paid_on, s.amount from ledger.pub_settlement s
                    join accounts.account a on a.id = s.account_id
                    join ledger.pub_receivable r on r.id = s.receivable_id
                    left join ledger.pub_payment p on p.id = s.payment_id"""));
            prints.put("receivables by account", print("""
                    select r.number, a.code, r.due, r.amount from ledger.pub_receivable r
                    join accounts.account a on a.id = r.account_id"""));
            prints.put("payments by account", print("""
                    select p.number, a.code from ledger.pub_payment p join accounts.account a on a.id = p.account_id"""));
            prints.put("orders by account", print("""
                    select o.number, o.line, a.code from ledger.pub_order o join accounts.account a on a.id = o.account_id"""));
            prints.put("sell-out by account", print("""
                    select s.product, s.month, a.code, s.quantity from ledger.pub_sell_out s
                    join accounts.account a on a.id = s.account_id"""));
            return "";
        });
        return prints;
    }

    private static final String ACCOUNTS = """
            select a.code, a.name, a.category, a.region, a.manager_code, a.credit_limit, a.payment_term_days, a.opened_on,
                   a.closed_on from accounts.pub_account a""";
    private static final String LINKS = """
            select c.code as child, p.code as parent, l.holding, l.valid_from, l.valid_to from accounts.parent_link l
            join accounts.account c on c.id = l.child_id join accounts.account p on p.id = l.parent_id
            where not c.withdrawn and not p.withdrawn""";

    private String print(String sql) {
        return database.sql("""
                        select count(*) || ':' || coalesce(md5(string_agg(t.row, '|' order by t.row)), '')
                        from (select r::text as row from (%s) r) t""".formatted(sql)).query(String.class).single();
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question) {
        return Acting.asOperator(() -> transactions.execute(status -> question.get()));
    }
}
