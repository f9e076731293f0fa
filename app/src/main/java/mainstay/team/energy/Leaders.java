package mainstay.team.energy;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import mainstay.team.energy.Energies.Somebody;
import mainstay.team.member.TeamRights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says who leads whom, which opens the hours of who is led.
@Service
@Transactional
public class Leaders {

    private final JdbcClient database;
    private final Energies energies;
    private final UserDesk users;
    private final Clock clock;

    Leaders(JdbcClient database, Energies energies, UserDesk users, Clock clock) {
        this.database = database;
        this.energies = energies;
        this.users = users;
        this.clock = clock;
    }

    /// Somebody and who leads that one.
    public record Lead(long userId, String name, long leaderId, String leader) {}

    @Transactional(readOnly = true)
    public List<Lead> all() {
        Map<Long, Somebody> people =
                energies.people().stream().collect(Collectors.toMap(Somebody::id, Function.identity()));
        return energies.people().stream()
                .flatMap(one -> lead(one, one.leaderId() == null ? null : people.get(one.leaderId())).stream())
                .toList();
    }

    private static Optional<Lead> lead(Somebody one, @Nullable Somebody leader) {
        return Optional.ofNullable(leader).map(up -> new Lead(one.id(), one.name(), up.id(), up.name()));
    }

    /// @param leader empty: nobody leads the person any more
    /// @return why not
    public Optional<Text> lead(String user, String leader) {
        Optional<User> person = number(user).flatMap(users::byId);
        if (person.isEmpty()) {
            return Optional.of(Text.of("energy.wrong.person"));
        }
        if (leader.isBlank()) {
            end(person.get().id());
            return Optional.empty();
        }
        Optional<User> up = number(leader).flatMap(users::byId).filter(TeamRights::canAct);
        if (up.isEmpty()) {
            return Optional.of(Text.of("energy.wrong.leader"));
        }
        if (!mayName(up.get())) {
            return Optional.of(Text.of("energy.wrong.self"));
        }
        if (wouldCircle(person.get().id(), up.get().id())) {
            return Optional.of(Text.of(
                    "energy.wrong.circle", person.get().fullName(), up.get().fullName()));
        }
        put(person.get().id(), up.get().id());
        return Optional.empty();
    }

    private static Optional<Long> number(String written) {
        return written.matches("\\d{1,18}") ? Optional.of(Long.valueOf(written)) : Optional.empty();
    }

    /// Whether somebody would lead oneself, if round a corner.
    @Transactional(readOnly = true)
    boolean wouldCircle(long person, long leader) {
        return teamOf(person, energies.people()).contains(leader);
    }

    /// Whether the one who says so may name somebody: who reads nobody's hours does not name oneself.
    static boolean mayName(User leader) {
        Actor actor = Acting.actor();
        return actor.reaches(Level.FULL) || actor.id() == null || actor.id() != leader.id();
    }

    /// Whoever leads and all that are led, also through others.
    static Set<Long> teamOf(long leader, List<Somebody> people) {
        Map<Long, List<Long>> led = people.stream()
                .filter(one -> one.leaderId() != null)
                .collect(Collectors.groupingBy(
                        Somebody::leaderIdOrZero, Collectors.mapping(Somebody::id, Collectors.toList())));
        Set<Long> team = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(leader));
        while (!open.isEmpty()) {
            long next = open.removeFirst();
            if (team.add(next)) {
                open.addAll(led.getOrDefault(next, List.of()));
            }
        }
        return team;
    }

    private void put(long person, long leader) {
        database.sql("""
                        insert into team.leader (user_id, leader_id, recorded_by, recorded_at) values (:user, :leader, :by, :at)
                        on conflict (user_id) do update
                        set leader_id = excluded.leader_id, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                        """)
                .param("user", person)
                .param("leader", leader)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    private void end(long person) {
        database.sql("delete from team.leader where user_id = :user")
                .param("user", person)
                .update();
    }

    /// Those whom somebody leads, next below alone.
    @Transactional(readOnly = true)
    List<Lead> ledBy(long leader) {
        return all().stream().filter(lead -> lead.leaderId() == leader).toList();
    }
}
