package mainstay.rating.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AskedOfManagers;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stars that somebody set and that end within two weeks: with them go the terms that rest on them. For the account's
/// manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class OverrideWork implements WorkSource {

    private static final String RULE = "stars-ending";
    private static final int AHEAD = 14;
    private static final int PRESSING = 3;

    private final AskedOfManagers asked;
    private final Clock clock;

    OverrideWork(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    private record EndingStars(
            String code,
            String name,
            int stars,
            LocalDate endsOn,
            @Nullable Long revenue) {}

    @Override
    public Set<String> rules() {
        return Set.of(RULE);
    }

    @Override
    public int told() {
        return AskedOfManagers.TOLD;
    }

    @Override
    public List<Work> work() {
        LocalDate today = LocalDate.now(clock);
        return asked.rows(ENDING, Map.of("today", today, "last", today.plusDays(AHEAD)), EndingStars.class).stream()
                .map(ending -> work(ending, today))
                .toList();
    }

    private static Work work(EndingStars ending, LocalDate today) {
        return Work.of(
                        RULE,
                        ending.code(),
                        AccountCard.pathOf(ending.code()) + "/rating",
                        "work.starsEnding.title",
                        List.of(ending.name()),
                        "work.starsEnding.reason",
                        List.of(ending.stars(), ending.endsOn()),
                        ending.revenue(),
                        ending.endsOn().isAfter(today.plusDays(PRESSING)) ? 1 : 2,
                        ending.endsOn())
                .due(ending.endsOn());
    }

    private static final String ENDING = """
            select a.code, a.name, o.stars, o.ends_on, s.revenue
            from rating.override o
            join accounts.pub_account a on a.id = o.account_id and %s
            left join portfolio.pub_account_standing s on s.account_id = a.id
            where o.status = 'granted' and o.stopped_on is null and o.starts_on <= :today
              and o.ends_on between :today and :last
              and not exists (select from rating.override n
                              where n.account_id = o.account_id and n.id > o.id and n.status in ('granted', 'pending')
                                and n.stopped_on is null and n.ends_on > o.ends_on)
            order by o.ends_on, s.revenue desc nulls last, a.code limit :most
            """.formatted(AskedOfManagers.MINE);
}
