package mainstay.workbench;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Provisional key accounts: large enough, and something about them is not known yet. Who knows them finds it
/// out.
@Component
class OpenLegs implements WorkSource {

    private static final int MOST = 20;

    private final JdbcClient database;
    private final AccountLinks links;

    OpenLegs(JdbcClient database, AccountLinks links) {
        this.database = database;
        this.links = links;
    }

    private record Provisional(
            String code,
            String name,
            String leg,
            long revenue,
            @Nullable Double share,
            int rank) {}

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return database
                .sql("""
                        select a.code, a.name, r.revenue, r.share, r.rank,
                               case when r.philosophy_leg = 'open' and r.credit_leg = 'open' then 'both'
                                    when r.philosophy_leg = 'open' then 'philosophy' else 'credit' end as leg
                        from rating.pub_rating r
                        join accounts.pub_account a on a.id = r.account_id
                        where r.status = 'provisional' and (r.philosophy_leg = 'open' or r.credit_leg = 'open')
                        order by r.revenue desc
                        limit :most
                        """)
                .param("most", MOST)
                .query(DataClassRowMapper.newInstance(Provisional.class))
                .list()
                .stream()
                .map(this::work)
                .toList();
    }

    private Work work(Provisional account) {
        double share = account.share() == null ? 0 : account.share();
        return new Work(
                "open-leg",
                account.code(),
                links.to(account.code(), "rating"),
                "work.openLeg.title." + account.leg(),
                List.of(account.name()),
                "work.openLeg.reason",
                List.of(account.rank(), share, Text.of("work.openLeg.missing." + account.leg())),
                account.revenue(),
                2,
                null);
    }
}
