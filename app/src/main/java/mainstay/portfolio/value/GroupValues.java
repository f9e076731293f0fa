package mainstay.portfolio.value;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.value.GroupValueView.Member;
import mainstay.shared.RecordRows;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
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
    private final Texts texts;

    GroupValues(JdbcClient jdbc, ValueRuns runs, Texts texts) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.texts = texts;
    }

    /// @param root   the account that leads it
    /// @param leads  how many others it controls
    /// @param number of the page of its members
    Optional<GroupValueView> of(AccountCard root, int leads, int number) {
        return runs.newest().map(run -> view(run, members(run, root.id()), leads, number, root));
    }

    List<String> header(Locale locale) {
        return Stream.of(
                        "portfolio.account",
                        "business.name",
                        "value.value",
                        "value.margin",
                        "value.alive",
                        "value.atRisk",
                        "value.lostMargin")
                .map(key -> texts.get(locale, key))
                .toList();
    }

    /// All of them, the most valuable first.
    List<List<String>> rows(AccountCard root) {
        return runs.newest().stream()
                .flatMap(run -> members(run, root.id()).stream())
                .map(member -> List.of(
                        member.code(),
                        member.name(),
                        CellTexts.money(member.value()),
                        CellTexts.money(member.margin()),
                        CellTexts.number(member.alive()),
                        CellTexts.money(member.saveable()),
                        CellTexts.money(member.lost())))
                .toList();
    }

    private List<Member> members(RunRow run, long root) {
        return jdbc.sql("""
                select a.code, a.name, v.method, v.repeats, v.alive, v.margin, v.value, v.at_risk, v.leaving, v.gone
                from accounts.pub_root(:asOf) r
                join portfolio.account_value v on v.account_id = r.account_id and v.as_of = :asOf
                join accounts.pub_card a on a.id = v.account_id
                where r.root_id = :root
                order by v.value desc nulls last, a.code
                """)
                .param("asOf", run.asOf())
                .param("root", root)
                .query(RecordRows.of(Member.class))
                .list();
    }

    private static GroupValueView view(RunRow run, List<Member> members, int leads, int number, AccountCard root) {
        long known = members.stream().filter(member -> member.value() != null).count();
        Text period = Text.of("value.period", run.asOf());
        Text how = Text.of("value.how.group", known, members.size());
        Address at = Address.of(root.path() + "/" + ValuePanels.VALUE).with("group", true);
        Paging paging = new Paging(number, members.size(), at, "#members");
        return new GroupValueView(
                List.of(
                        door("value.value", sum(members, Member::value), Door.NO_NOTE, period, how, "customer-equity"),
                        door("value.margin", sum(members, Member::margin), Door.NO_NOTE, period, how, "lifetime-value"),
                        door(
                                "value.atRisk",
                                sum(members, member -> member.leaving() ? member.saveable() : null),
                                elsewhere(members),
                                period,
                                how,
                                "at-risk")),
                Text.of("value.groupCounted", members.size(), Math.max(0, leads + 1 - members.size()), run.firstDay()),
                paging.of(members),
                paging);
    }

    /// What of the members' amounts the sum leaves out.
    private static Text elsewhere(List<Member> members) {
        Long quiet = sum(members, member -> member.leaving() ? null : member.saveable());
        Long lost = sum(members, Member::lost);
        return (quiet == null || quiet == 0) && lost == null
                ? Door.NO_NOTE
                : lost == null
                        ? Text.of("value.group.quiet", Shown.money(quiet))
                        : Text.of(
                                "value.group.quietAndLost", Shown.money(quiet == null ? 0 : quiet), Shown.money(lost));
    }

    private static Door door(String name, @Nullable Long amount, Text note, Text period, Text how, String definition) {
        return new Door(Text.of(name), Shown.money(amount), note, period, List.of(how), definition, null, null);
    }

    /// Null where none is known.
    private static @Nullable Long sum(List<Member> members, Function<Member, @Nullable Long> figure) {
        List<Long> known = members.stream().map(figure).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : (Long) known.stream().mapToLong(Long::longValue).sum();
    }
}
