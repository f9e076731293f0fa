package mainstay.team.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.identity.Holdings;
import mainstay.identity.Holdings.Held;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import mainstay.team.member.TeamRights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands over all that somebody has, at once or not at all.
@Service
@Transactional
public class HandOverDesk {

    private static final int LONGEST = 500;

    private final List<Holdings> holdings;
    private final Protocols protocols;
    private final UserDesk users;
    private final Texts texts;
    private final JdbcClient database;

    HandOverDesk(List<Holdings> holdings, Protocols protocols, UserDesk users, Texts texts, JdbcClient database) {
        this.holdings = holdings.stream()
                .sorted(Comparator.comparingInt(Holdings::order))
                .toList();
        this.protocols = protocols;
        this.users = users;
        this.texts = texts;
        this.database = database;
    }

    @Transactional(readOnly = true)
    public HandOver of(String name) {
        User person = known(name);
        return new HandOver(
                person,
                holdings.stream()
                        .map(each -> new HandOver.Kind(each.kind(), each.of(person)))
                        .toList(),
                uncovered(person.id()),
                users.all().stream()
                        .filter(user -> TeamRights.canAct(user) && user.id() != person.id())
                        .toList(),
                protocols.of(person.id()));
    }

    private HandOver.Uncovered uncovered(long person) {
        return database.sql("""
                        with duty as (
                            select d.account_id from team.duty d
                            where d.user_id = :person and d.part = 'accountable' and d.until is null and not d.set_aside),
                        account as (
                            select d.account_id from duty d
                            union
                            select a.id from accounts.pub_account a where a.manager_id = :person)
                        select (select count(*) from duty) as duties, count(*) as accounts, sum(s.revenue)::bigint as money
                        from account a
                        left join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.account_id
                        """)
                .param("person", person)
                .query(RecordRows.of(HandOver.Uncovered.class))
                .single();
    }

    @Transactional(readOnly = true)
    public Protocol protocol(long id) {
        return protocols.find(id).orElseThrow(() -> new Problem.NotFound("handover.unknown"));
    }

    /// @param heirs  numbers of people by kind; missing for kinds of which nothing needs an heir
    /// @param locale language of the protocol
    /// @return number of the protocol; refusals by kind, or `reason`, where nothing was handed over
    public Outcome handOver(String name, Map<String, String> heirs, String reason, Locale locale) {
        HandOver all = of(name);
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST || !HarmlessText.is(because)) {
            return new Outcome(0, Map.of("reason", Text.of("handover.wrong.reason", LONGEST)));
        }
        if (all.isSettled()) {
            return new Outcome(
                    0, Map.of("reason", Text.of("handover.nothing", all.person().fullName())));
        }
        for (HandOver.Kind kind : all.kinds()) {
            if (kind.needsHeir() && heir(all, heirs, kind) == null) {
                return new Outcome(0, Map.of(kind.kind(), Text.of("handover.noHeir")));
            }
        }
        return new Outcome(protocols.write(all.person().id(), because, passed(all, heirs, because, locale)), Map.of());
    }

    private List<Protocols.Line> passed(HandOver all, Map<String, String> heirs, String reason, Locale locale) {
        List<Protocols.Line> lines = new ArrayList<>();
        for (int i = 0; i < holdings.size(); i++) {
            HandOver.Kind kind = all.kinds().get(i);
            if (!kind.held().isEmpty()) {
                User heir = heir(all, heirs, kind);
                holdings.get(i).pass(all.person(), heir, reason);
                kind.held().forEach(held -> lines.add(line(kind.kind(), held, heir, locale)));
            }
        }
        return lines;
    }

    /// What became of it.
    public record Outcome(long protocol, Map<String, Text> refusals) {}

    private static @Nullable User heir(HandOver all, Map<String, String> heirs, HandOver.Kind kind) {
        String number = heirs.getOrDefault(kind.kind(), "").strip();
        return all.heirs().stream()
                .filter(user -> String.valueOf(user.id()).equals(number))
                .findFirst()
                .orElse(null);
    }

    private Protocols.Line line(String kind, Held held, @Nullable User heir, Locale locale) {
        return new Protocols.Line(
                kind, texts.get(locale, held.what()), held.account(), heir == null ? null : Long.valueOf(heir.id()));
    }

    private User known(String name) {
        return users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }
}
