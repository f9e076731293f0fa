package mainstay.portfolio.value;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import mainstay.accounts.AccountCard;
import mainstay.portfolio.value.GroupValueView.Member;
import mainstay.shared.RecordRows;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds up what the accounts of a group are worth, as far as the reader may see them.
@Service
@Transactional(readOnly = true)
class GroupValues {
    private final JdbcClient jdbc;
    private final ValueRuns runs;

    GroupValues(JdbcClient jdbc, ValueRuns runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    /// @param root the account that leads it
    Optional<GroupValueView> of(AccountCard root) {
        return runs.newest().map(run -> view(run, members(run, root.id())));
    }

    private List<Member> members(RunRow run, long root) {
        return jdbc.sql("""
                select a.code, a.name, v.alive, v.margin, v.value,
                       case when v.leaving and not %GONE% then v.at_risk end as at_risk
                from accounts.pub_root(:asOf) r
                join portfolio.account_value v on v.account_id = r.account_id and v.as_of = :asOf
                join accounts.pub_account a on a.id = v.account_id
                where r.root_id = :root
                order by v.value desc nulls last, a.code
                """.replace("%GONE%", ValueRisks.GONE))
                .param("asOf", run.asOf())
                .param("root", root)
                .query(RecordRows.of(Member.class))
                .list();
    }

    private static GroupValueView view(RunRow run, List<Member> members) {
        long known = members.stream().filter(member -> member.value() != null).count();
        Text period = Text.of("value.period", run.asOf());
        Text how = Text.of("value.how.group", known, members.size());
        return new GroupValueView(
                List.of(
                        door("value.value", sum(members, Member::value), period, how, "customer-equity"),
                        door("value.margin", sum(members, Member::margin), period, how, "lifetime-value"),
                        door("value.atRisk", sum(members, Member::atRisk), period, how, "at-risk")),
                members.stream().limit(GroupValueView.MOST).toList(),
                members.size());
    }

    private static Door door(String name, @Nullable Long amount, Text period, Text how, String definition) {
        return new Door(Text.of(name), Shown.money(amount), Door.NO_NOTE, period, List.of(how), definition, null, null);
    }

    /// Null where none is known.
    private static @Nullable Long sum(List<Member> members, Function<Member, @Nullable Long> figure) {
        List<Long> known = members.stream().map(figure).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : (Long) known.stream().mapToLong(Long::longValue).sum();
    }
}
