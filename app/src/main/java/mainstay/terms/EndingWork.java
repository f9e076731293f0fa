package mainstay.terms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AskedOfManagers;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Agreed terms and prices that end within a month and that nothing of the same kind follows: for the account's
/// manager, and for directors and credit controllers where there is none.
@Component
@Transactional(readOnly = true)
class EndingWork implements WorkSource {

    private static final String TERMS = "terms-ending";
    private static final String PRICES = "prices-ending";
    private static final int AHEAD = 30;
    private static final int PRESSING = 7;

    private final AskedOfManagers asked;
    private final Clock clock;

    EndingWork(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    /// @param many  how many end within the month
    /// @param first day on which the first of them holds for the last time
    private record AccountEnding(
            String rule,
            String code,
            String name,
            int many,
            LocalDate first,
            @Nullable Long revenue) {}

    @Override
    public Set<String> rules() {
        return Set.of(TERMS, PRICES);
    }

    @Override
    public int told() {
        return AskedOfManagers.TOLD;
    }

    @Override
    public List<Work> work() {
        LocalDate today = LocalDate.now(clock);
        return asked
                .rows(
                        Set.of(Role.DIRECTOR, Role.CONTROLLER),
                        ENDING,
                        Map.of("today", today, "last", today.plusDays(AHEAD)),
                        AccountEnding.class)
                .stream()
                .map(ending -> work(ending, today))
                .toList();
    }

    private static Work work(AccountEnding ending, LocalDate today) {
        boolean terms = ending.rule().equals(TERMS);
        return Work.of(
                        ending.rule(),
                        ending.code(),
                        AccountCard.pathOf(ending.code()) + (terms ? "/terms" : "/prices"),
                        terms ? "work.termsEnding.title" : "work.pricesEnding.title",
                        List.of(ending.name()),
                        terms ? "work.termsEnding.reason" : "work.pricesEnding.reason",
                        List.of(ending.many(), ending.first()),
                        ending.revenue(),
                        ending.first().isAfter(today.plusDays(PRESSING)) ? 1 : 2,
                        ending.first())
                .due(ending.first());
    }

    /// Ladders follow one another by themselves; what was stopped earlier ends no more.
    private static final String ENDING = """
            with ending as (
                select 'terms-ending' as rule, g.account_id, g.valid_until as last from terms.agreement g
                where g.granted_at is not null and g.ended_on is null and g.valid_until between :today and :last
                  and not exists (select from terms.agreement n
                                  where n.account_id = g.account_id and n.measure = g.measure and n.granted_at is not null
                                    and n.ended_on is null and coalesce(n.valid_until > g.valid_until, true)
                                    and (g.measure <> 'rebateLadder' or n.word = g.word))
                union all
                select 'prices-ending', p.account_id, p.valid_until from terms.price_in_force p
                where p.ended_on is null and p.valid_until between :today and :last
                  and not exists (select from terms.price_in_force n
                                  where n.account_id = p.account_id and n.product = p.product and n.category = p.category
                                    and n.region = p.region and n.unit = p.unit and n.last > p.valid_until))
            select e.rule, a.code, a.name, count(*)::int as many, min(e.last) as first, s.revenue
            from ending e
            join accounts.pub_account a on a.id = e.account_id and %s
            left join portfolio.pub_account_standing s on s.account_id = a.id
            group by e.rule, a.code, a.name, s.revenue
            order by first, s.revenue desc nulls last, a.code limit :most
            """.formatted(AskedOfManagers.MINE);
}
