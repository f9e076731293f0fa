package mainstay.team.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Holdings;
import mainstay.identity.Holdings.Held;
import mainstay.identity.Holdings.Passed;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import mainstay.shared.web.Text;
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
    private final JdbcClient database;

    HandOverDesk(List<Holdings> holdings, Protocols protocols, UserDesk users, JdbcClient database) {
        this.holdings = holdings.stream()
                .sorted(Comparator.comparingInt(Holdings::order))
                .toList();
        this.protocols = protocols;
        this.users = users;
        this.database = database;
    }

    @Transactional(readOnly = true)
    public HandOver of(String name) {
        User person = known(name);
        List<User> people = users.all().stream()
                .filter(user -> TeamRights.canAct(user) && user.id() != person.id())
                .toList();
        return new HandOver(
                person,
                holdings.stream().map(each -> kind(each, person, people)).toList(),
                uncovered(person.id()),
                protocols.of(person.id()));
    }

    private static HandOver.Kind kind(Holdings holdings, User person, List<User> people) {
        List<Held> held = holdings.of(person);
        return new HandOver.Kind(holdings.kind(), held, held.isEmpty() ? List.of() : holdings.heirs(person, people));
    }

    private HandOver.Uncovered uncovered(long person) {
        return database.sql("""
                        with duty as (
                            select d.account_id from team.duty d
                            join team.field f on f.id = d.field_id and f.retired_at is null
                            join accounts.pub_account a on a.id = d.account_id
                                and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                            where d.user_id = :person and d.part = 'accountable' and d.until is null and not d.set_aside),
                        account as (
                            select d.account_id from duty d
                            union
                            select a.id from accounts.pub_account a
                            where a.manager_id = :person and (a.closed_on is null or a.closed_on > (select identity.pub_today())))
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

    /// @param heirs numbers of people by kind; missing for kinds of which nothing needs an heir
    /// @return number of the protocol; refusals by kind, or `reason`, where nothing was handed over
    /// @throws Refused where something of a kind cannot pass to whom it should
    public Outcome handOver(String name, Map<String, String> heirs, String reason) {
        takeTurn(known(name).id());
        HandOver all = of(name);
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST || !HarmlessText.is(because)) {
            return new Outcome(0, Map.of("reason", Text.of("handover.wrong.reason", LONGEST)));
        }
        if (all.isSettled()) {
            return new Outcome(
                    0, Map.of("reason", Text.of("handover.nothing", all.person().fullName())));
        }
        Map<String, Text> refusals = new LinkedHashMap<>();
        all.kinds().forEach(kind -> wrong(kind, heirs).ifPresent(why -> refusals.put(kind.kind(), why)));
        return refusals.isEmpty()
                ? new Outcome(protocols.write(all.person().id(), because, passed(all, heirs, because)), Map.of())
                : new Outcome(0, refusals);
    }

    private Optional<Text> wrong(HandOver.Kind kind, Map<String, String> heirs) {
        if (kind.held().isEmpty() || heir(kind, heirs) != null) {
            return Optional.empty();
        }
        String number = number(kind, heirs);
        if (number.isEmpty()) {
            return kind.needsHeir() ? Optional.of(Text.of("handover.noHeir")) : Optional.empty();
        }
        return Optional.of(users.all().stream()
                .filter(user -> String.valueOf(user.id()).equals(number))
                .findFirst()
                .map(user -> Text.of(user.isEnabled() ? "handover.cannot" : "handover.gone", user.fullName()))
                .orElseGet(() -> Text.of("handover.noHeir")));
    }

    /// Whoever comes second sees what the first has left.
    private void takeTurn(long person) {
        database.sql("select pg_advisory_xact_lock(hashtext('team.handover'), hashint8(:person))::text")
                .param("person", person)
                .query()
                .singleRow();
    }

    private List<Protocols.Line> passed(HandOver all, Map<String, String> heirs, String reason) {
        List<Protocols.Line> lines = new ArrayList<>();
        for (int i = 0; i < holdings.size(); i++) {
            HandOver.Kind kind = all.kinds().get(i);
            if (!kind.held().isEmpty()) {
                User heir = heir(kind, heirs);
                pass(holdings.get(i), all.person(), heir, reason)
                        .forEach(passed -> lines.add(line(kind.kind(), passed, heir)));
            }
        }
        return lines;
    }

    private static List<Passed> pass(Holdings holdings, User person, @Nullable User heir, String reason) {
        try {
            return holdings.pass(person, heir, reason);
        } catch (Problem.Invalid why) {
            throw new Refused(holdings.kind(), Text.of(why.messageKey(), why.arguments()), why);
        }
    }

    /// What became of it.
    public record Outcome(long protocol, Map<String, Text> refusals) {}

    /// Something of a kind could not pass, so that nothing does.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String kind;
        private final transient Text why;

        Refused(String kind, Text why, Throwable cause) {
            super(cause);
            this.kind = kind;
            this.why = why;
        }

        Map<String, Text> refusals() {
            return Map.of(kind, why);
        }
    }

    private static String number(HandOver.Kind kind, Map<String, String> heirs) {
        return heirs.getOrDefault(kind.kind(), "").strip();
    }

    private static @Nullable User heir(HandOver.Kind kind, Map<String, String> heirs) {
        String number = number(kind, heirs);
        return kind.heirs().stream()
                .filter(user -> String.valueOf(user.id()).equals(number))
                .findFirst()
                .orElse(null);
    }

    /// The heir is named also of what went past him: the fate says why.
    private static Protocols.Line line(String kind, Passed passed, @Nullable User heir) {
        return new Protocols.Line(
                kind,
                passed.held().what(),
                passed.held().account(),
                heir == null ? null : Long.valueOf(heir.id()),
                passed.fate());
    }

    private User known(String name) {
        return users.byName(name).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }
}
