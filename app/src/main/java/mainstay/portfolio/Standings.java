package mainstay.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.rhythm.Lateness;
import mainstay.analytics.rhythm.PeerRhythm;
import mainstay.analytics.rhythm.RhythmRule;
import mainstay.ledger.PaymentBehaviour;
import mainstay.ledger.PaymentFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Computes and keeps the standing of every account that had sales in the last twenty-four months. Its profit
/// is before rebates: standings give stars, stars give ladders, and ladders give rebates; and everybody who
/// sees an account sees it.
@Service
@Transactional
public class Standings {
    /// How standings are reckoned. Whoever changes what the same facts come to raises it, so that those kept are
    /// made anew after an upgrade, and with them the ratings.
    private static final int RECKONING = 1;

    /// A ledger that starts up to so many days after the earlier twelve months still covers them.
    private static final int TOLERANCE = 7;

    private static final double MOST_LIMIT_USE = 100;

    private final Portfolio portfolio;
    private final StandingFigures figures;
    private final PaymentBehaviour behaviour;
    private final StandingTable table;

    Standings(Portfolio portfolio, StandingFigures figures, PaymentBehaviour behaviour, StandingTable table) {
        this.portfolio = portfolio;
        this.figures = figures;
        this.behaviour = behaviour;
        this.table = table;
    }

    /// The standings of a day, by rank; on past days with what the ledger says of them today.
    ///
    /// @param group whether accounts under common control count as one
    public List<Standing> at(LocalDate asOf, boolean group) {
        Habits accounts = habits(year(asOf, false));
        return group ? groups(asOf, accounts, figures.roots(asOf)) : standings(year(asOf, false), accounts);
    }

    /// What the standings of a day rest on, in one text: the reckoning itself, ledger, accounts and costs.
    /// Differs whenever they may.
    public String basis(LocalDate asOf) {
        return "reckoning " + RECKONING + " " + asOf + " " + portfolio.basisBeforeRebates();
    }

    /// The standings of the newest day: those kept, where nothing that they rest on has moved since they were
    /// made, else new ones, which take their place.
    public StandingsOfDay renew(LocalDate asOf) {
        String basis = basis(asOf);
        if (table.restsOn(basis)) {
            return new StandingsOfDay(table.all(Standing.ACCOUNT), table.all(Standing.GROUP), figures.roots(asOf));
        }
        StandingsOfDay made = on(asOf);
        table.replace(Standing.ACCOUNT, made.accounts());
        table.replace(Standing.GROUP, made.groups());
        table.measure();
        table.note(basis);
        return made;
    }

    /// The standings of accounts and of groups, for which the lines of the ledger are read once.
    public StandingsOfDay on(LocalDate asOf) {
        Habits accounts = habits(year(asOf, false));
        Map<Long, Long> roots = figures.roots(asOf);
        return new StandingsOfDay(standings(year(asOf, false), accounts), groups(asOf, accounts, roots), roots);
    }

    private static Scope year(LocalDate asOf, boolean group) {
        return new Scope(asOf, asOf.minusYears(1).plusDays(1), asOf, group, Basis.DELIVERED, SalesView.NET);
    }

    /// What somebody buys and when: what takes every line to know.
    private record Habits(Map<Long, Assortment> assortments, Map<Long, PurchaseHistory> rhythms) {

        /// Those of groups: whoever stands alone has the habits of the account.
        Habits grouped(Map<Long, Long> roots, Habits groups) {
            return new Habits(joined(assortments, roots, groups.assortments), joined(rhythms, roots, groups.rhythms));
        }

        private static <T> Map<Long, T> joined(Map<Long, T> accounts, Map<Long, Long> roots, Map<Long, T> groups) {
            Map<Long, T> all = new HashMap<>(accounts);
            all.keySet().removeAll(roots.keySet());
            all.putAll(groups);
            return all;
        }
    }

    private Habits habits(Scope year) {
        return new Habits(
                figures.assortments(year),
                figures.rhythms(year, portfolio.state().lookedFrom(year.asOf())));
    }

    private List<Standing> groups(LocalDate asOf, Habits accounts, Map<Long, Long> roots) {
        Scope year = year(asOf, true);
        return standings(year, roots.isEmpty() ? accounts : accounts.grouped(roots, habits(year)));
    }

    private List<Standing> standings(Scope year, Habits habits) {
        Scope before = year.yearBefore();
        Accounting now = portfolio.beforeRebates(year);
        Map<Long, Long> previous = revenue(portfolio.beforeRebates(before));
        boolean covered = covers(before);
        Behind behind = new Behind(
                covered ? previous : null,
                habits.assortments(),
                lateness(habits.rhythms(), year.asOf()),
                payments(year.asOf(), year.group()),
                year.group() ? Map.of() : figures.payers(year));
        return place(year, withFormer(now, previous.keySet()), behind);
    }

    @Transactional(readOnly = true)
    public Optional<Standing> of(long account) {
        return table.of(account);
    }

    private Map<Long, PaymentFigures> payments(LocalDate asOf, boolean group) {
        Map<Long, PaymentFigures> byAccount = new HashMap<>();
        (group ? behaviour.ofAllGroups(asOf) : behaviour.ofAll(asOf))
                .forEach(paid -> byAccount.put(paid.accountId(), paid));
        return byAccount;
    }

    private boolean covers(Scope before) {
        LocalDate first = portfolio.state().from();
        return first != null && !first.isAfter(before.from().plusDays(TOLERANCE));
    }

    private static Map<Long, Long> revenue(Accounting accounting) {
        Map<Long, Long> byAccount = new LinkedHashMap<>();
        accounting.totals().forEach(total -> byAccount.put(total.account(), total.revenue()));
        return byAccount;
    }

    /// Accounts that bought a year ago and no more have their place too, with nothing sold.
    private static List<AccountTotal> withFormer(Accounting now, Set<Long> previous) {
        List<AccountTotal> all = new ArrayList<>(now.totals());
        Set<Long> former = new HashSet<>(previous);
        now.totals().forEach(total -> former.remove(total.account()));
        former.stream().sorted().forEach(account -> all.add(AccountTotal.none(account)));
        all.sort((one, other) -> Long.compare(other.revenue(), one.revenue()));
        return all;
    }

    private static Map<Long, Lateness> lateness(Map<Long, PurchaseHistory> histories, LocalDate asOf) {
        RhythmRule rule = RhythmRule.CUSTOMARY;
        PeerRhythm peers = rule.peers(histories.values());
        Map<Long, Lateness> byAccount = new HashMap<>();
        histories.forEach((account, history) ->
                rule.lateness(history, asOf, peers).ifPresent(found -> byAccount.put(account, found)));
        return byAccount;
    }

    private static List<Standing> place(Scope scope, List<AccountTotal> totals, Behind behind) {
        long whole = totals.stream().mapToLong(AccountTotal::revenue).sum();
        List<Standing> standings = new ArrayList<>(totals.size());
        long running = 0;
        for (AccountTotal total : totals) {
            running += total.revenue();
            standings.add(behind.standing(scope, total, standings.size() + 1, running, whole));
        }
        return standings;
    }

    /// What is known of accounts besides their totals.
    private record Behind(
            @Nullable Map<Long, Long> previous,
            Map<Long, Assortment> assortments,
            Map<Long, Lateness> lateness,
            Map<Long, PaymentFigures> payments,
            Map<Long, Long> payers) {

        Standing standing(Scope scope, AccountTotal total, int rank, long running, long whole) {
            long account = total.account();
            Assortment bought = assortments.getOrDefault(account, new Assortment(account, 0, 0, 0));
            Lateness late = lateness.get(account);
            PaymentFigures own = payments.get(account);
            PaymentFigures paid = own == null ? payments.get(payers.getOrDefault(account, account)) : own;
            return new Standing(
                    scope.group() ? Standing.GROUP : Standing.ACCOUNT,
                    account,
                    scope.asOf(),
                    total.revenue(),
                    previous == null ? null : previous.getOrDefault(account, 0L),
                    total.grossRevenue(),
                    total.knownRevenue(),
                    total.profit(),
                    total.lines(),
                    total.orders(),
                    bought.products() == 0 && total.lines() > 0 ? null : bought.products(),
                    bought.floorLines(),
                    bought.belowFloor(),
                    rank,
                    whole <= 0 ? null : (double) total.revenue() / whole,
                    whole <= 0 ? null : (double) running / whole,
                    late == null ? null : scope.asOf().minusDays(late.currentGap()),
                    late == null ? null : late.currentGap(),
                    late == null ? null : late.late().days(),
                    late == null ? null : late.silent().days(),
                    late == null ? null : code(late.state()),
                    own == null ? null : own.open(),
                    own == null ? null : own.overdue(),
                    paid == null ? null : paid.onTimeShare(),
                    paid == null ? null : paid.daysLate(),
                    paid == null ? null : overdueShare(paid),
                    paid == null ? null : limitUse(paid),
                    paid != null);
        }

        /// Nothing open is nothing overdue.
        private static @Nullable Double overdueShare(PaymentFigures paid) {
            return paid.open() <= 0 ? Double.valueOf(0) : paid.overdueShare();
        }

        private static @Nullable Double limitUse(PaymentFigures paid) {
            Double use = paid.limitUse();
            return use == null ? null : Math.clamp(use, 0, MOST_LIMIT_USE);
        }

        private static String code(Lateness.State state) {
            return state == Lateness.State.ON_TIME ? "onTime" : state.name().toLowerCase(Locale.ROOT);
        }
    }
}
