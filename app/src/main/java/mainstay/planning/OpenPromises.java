package mainstay.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.dossier.card.BriefSection;
import mainstay.dossier.card.Sheet;
import mainstay.identity.Level;
import mainstay.shared.RecordRows;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a visitor will be asked about: work of running plans that is not done, and needs that are open.
@Component
class OpenPromises implements BriefSection {

    private static final int THIRD = 30;
    private static final int MOST = 10;

    private final JdbcClient database;
    private final Clock clock;

    OpenPromises(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param kind  `work` or `need`
    /// @param day   by when it is due; of a need since when it is known
    /// @param who   who does the work; null of a need
    /// @param late  whether the day has passed, or nobody answered the need
    private record Open(
            String kind,
            String title,
            LocalDate day,
            @Nullable String who,
            boolean late) {}

    @Override
    public int order() {
        return THIRD;
    }

    @Override
    public Optional<Section> of(AccountCard account, PageContext page) {
        List<Sheet.Row> rows = open(account.id()).stream()
                .map(open -> new Sheet.Row(
                        page.t("brief.open." + open.kind(), page.date(open.day())),
                        open.title(),
                        open.who() == null ? "" : open.who(),
                        open.late()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(new Sheet.Block(page.t("brief.open"), rows, ""), Level.BUSINESS, List.of()));
    }

    /// Work first, the most overdue before all.
    private List<Open> open(long account) {
        return database.sql("""
                        select x.kind, x.title, x.day, u.full_name as who, x.late
                        from (select 'work' as kind, 1 as place, w.title, w.due_on as day, w.responsible_id as user_id,
                                     w.due_on < :today as late, w.id
                              from planning.work_item w join planning.plan p on p.id = w.plan_id and p.state <> 'closed'
                              where w.account_id = :account and w.state in ('open', 'doing')
                              union all
                              select 'need', 2, n.title, n.voiced_on, null,
                                     num_nonnulls(n.answer, n.can_lead_days, n.can_batch, n.can_deliveries, n.can_cycle_days, n.can_price) = 0,
                                     n.id
                              from planning.need n where n.account_id = :account and n.state = 'open') x
                        left join identity.pub_user u on u.id = x.user_id
                        order by x.place, x.day, x.id limit :most
                        """)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query(RecordRows.of(Open.class))
                .list();
    }
}
