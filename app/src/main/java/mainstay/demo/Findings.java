package mainstay.demo;

import static java.lang.String.format;
import static java.util.Locale.ENGLISH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.PortfolioReport;
import mainstay.rating.KeyAccount;
import mainstay.rating.KeyAccounts;
import mainstay.rating.KeySentences;
import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first things a ledger shows, one sentence each, for the terminal. As on the portfolio page, groups
/// under common control count as one.
@Component
@Transactional(readOnly = true)
class Findings {

    private static final int NAMED = 5;

    private final Portfolio portfolio;
    private final KeyAccounts accounts;
    private final KeySentences words;
    private final JdbcClient database;

    Findings(Portfolio portfolio, KeyAccounts accounts, KeySentences words, JdbcClient database) {
        this.portfolio = portfolio;
        this.accounts = accounts;
        this.words = words;
        this.database = database;
    }

    private record Risk(long lossMakers, long losses, long debtors, long overdue, long late, long lateRevenue) {}

    public List<String> sentences() {
        PortfolioReport report = portfolio.report(PortfolioQuery.DEFAULT.withGroup(true));
        List<String> sentences = new ArrayList<>();
        if (report.asOf() == null) {
            return sentences;
        }
        concentration(report, sentences);
        keyAccounts(sentences);
        risks(report.currency(), sentences);
        return sentences;
    }

    private void concentration(PortfolioReport report, List<String> sentences) {
        Double top = report.topFifthShare();
        Integer eighty = report.accountsForEighty();
        LocalDate end = report.to();
        if (end != null && top != null && eighty != null) {
            sentences.add(format(
                    ENGLISH,
                    "Twelve months to %s: %s %,.0f from %,d accounts, groups under common control counted as one. The"
                            + " largest fifth makes %.0f %% of it; %,d make 80 %%.",
                    end,
                    report.currency(),
                    report.revenue(),
                    report.accounts(),
                    100 * top,
                    eighty));
        }
    }

    private void keyAccounts(List<String> sentences) {
        List<KeyAccount> found = accounts.key(true);
        if (found.isEmpty()) {
            sentences.add("No account is large enough to be a key account.");
        }
        found.stream()
                .limit(NAMED)
                .forEach(account -> sentences.add(account.name() + ": " + words.of(account, ENGLISH)));
        if (found.size() > NAMED) {
            sentences.add(format(ENGLISH, "... and %d more key accounts.", found.size() - NAMED));
        }
    }

    private void risks(String currency, List<String> sentences) {
        Risk risk = database.sql("""
                        select count(*) filter (where profit < 0) as loss_makers,
                               coalesce(-sum(profit) filter (where profit < 0), 0)::bigint as losses,
                               count(*) filter (where late) as late,
                               coalesce(sum(revenue) filter (where late), 0)::bigint as late_revenue,
                               (select count(*) from portfolio.pub_standing where scope = 'group' and overdue > 0) as debtors,
                               (select coalesce(sum(overdue), 0)::bigint from portfolio.pub_standing
                                where scope = 'group') as overdue
                        from (select *, rhythm in ('late', 'silent') and revenue > 0
                                     and account_id not in (select account_id from portfolio.pub_gone_group) as late
                              from portfolio.pub_standing where scope = 'group') standing
                        """).query(RecordRows.of(Risk.class)).single();
        if (risk.lossMakers() > 0) {
            sentences.add(format(
                    ENGLISH,
                    "%,d accounts cost more than they bring, together %s %s.",
                    risk.lossMakers(),
                    currency,
                    whole(risk.losses())));
        }
        if (risk.overdue() > 0) {
            sentences.add(format(
                    ENGLISH, "%,d debtors are overdue with %s %s.", risk.debtors(), currency, whole(risk.overdue())));
        }
        if (risk.late() > 0) {
            sentences.add(format(
                    ENGLISH,
                    "%,d accounts with sales of %s %s are late in their own buying rhythm.",
                    risk.late(),
                    currency,
                    whole(risk.lateRevenue())));
        }
    }

    private static String whole(long amount) {
        return format(ENGLISH, "%,.0f", new Money(amount).toDecimal());
    }
}
