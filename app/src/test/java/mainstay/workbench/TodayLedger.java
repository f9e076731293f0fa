package mainstay.workbench;

import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;

/// A small firm about which some rules of Today have something to say.
public final class TodayLedger {

    private TodayLedger() {}

    /// Harbour costs money and owes some, Quay has not ordered for too long, and nobody looks after either. Nobody has
    /// said anything yet.
    public static void fill() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from workbench.work_state",
                "delete from workbench.handed",
                "delete from workbench.asked",
                "delete from workbench.morning",
                "delete from workbench.rule_setting",
                "delete from workbench.digest",
                "delete from workbench.digest_wish",
                "delete from portfolio.standing",
                "delete from ledger.receivable",
                "delete from accounts.account",
                "update ledger.state set data_from = '2025-01-01', data_to = '2026-11-15'",
                """
                insert into accounts.account (id, code, name, source) overriding system value
                values (1, 'H1', 'Harbour', ''), (2, 'Q1', 'Quay', '')
                """,
                """
                insert into portfolio.standing
                    (scope, account_id, as_of, revenue, gross_revenue, known_revenue, profit, lines, orders, floor_lines,
                     below_floor, receivables, rank, last_purchase, gap_days, late_after, rhythm)
                values ('account', 1, '2026-11-15', 5000000, 5000000, 5000000, -700000, 9, 3, 0, 0, true, 2, '2026-11-10', 5,
                        20, 'onTime'),
                       ('account', 2, '2026-11-15', 9000000, 9000000, 9000000, 900000, 9, 3, 0, 0, true, 1, '2026-08-01', 106,
                        30.5, 'silent')
                """,
                """
                insert into ledger.receivable
                    (batch_id, file_line, source, number, account_id, issued, due, by_term, amount, currency, disputed)
                values (1, 1, '', 'R1', 1, '2026-08-01', '2026-09-01', false, 2500000, 'CNY', false),
                       (1, 2, '', 'R2', 1, '2026-11-01', '2026-12-01', false, 1000000, 'CNY', false),
                       (1, 3, '', 'R3', 2, '2026-08-01', '2026-09-01', false, 4000000, 'CNY', true)
                """);
    }

    /// Others who owe less than Harbour, the later ones more than the earlier.
    public static void debtors(int first, int last) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into accounts.account (id, code, name, source) overriding system value
                select 100 + n, 'N' || n, 'Debtor ' || n, '' from generate_series(%1$d, %2$d) n""".formatted(first, last), """
                insert into ledger.receivable
                    (batch_id, file_line, source, number, account_id, issued, due, by_term, amount, currency, disputed)
                select 1, 100 + n, '', 'N' || n, 100 + n, '2026-08-01', '2026-09-01', false, 1000 + n, 'CNY', false
                from generate_series(%1$d, %2$d) n""".formatted(first, last));
    }
}
