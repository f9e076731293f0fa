package mainstay.team.energy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.team.energy.Energies.Somebody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose hours the reader may know: the own ones, of whom the reader leads, and of everybody for directors.
@Component
class Circles {

    private final Energies energies;

    Circles(Energies energies) {
        this.energies = energies;
    }

    static boolean isWhole() {
        return Acting.actor().reaches(Level.FULL);
    }

    Circle known() {
        return circle(people());
    }

    /// @param leader name that somebody signs in with: the people whom that one leads; empty for all
    /// @throws Problem.NotFound where nobody signs in with that name
    Circle team(String leader, List<Somebody> people) {
        Circle known = known();
        if (leader.isBlank()) {
            return known;
        }
        Somebody head = people.stream()
                .filter(one -> one.user().equals(leader))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("user.unknown"));
        return circle(Leaders.teamOf(head.id(), people).stream()
                .filter(known::has)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /// @throws Problem.Forbidden where these hours are not for the reader
    Circle person(User person) {
        if (!known().has(person.id())) {
            throw new Problem.Forbidden("energy.notYours");
        }
        return circle(Set.of(person.id()));
    }

    private @Nullable Set<Long> people() {
        if (isWhole()) {
            return null;
        }
        Set<Long> people = new LinkedHashSet<>(energies.led());
        Long self = Acting.actor().id();
        if (self != null) {
            people.add(self);
        }
        return people;
    }

    private static Circle circle(@Nullable Set<Long> people) {
        return new Circle(people, !isWhole() && !isOwn(people));
    }

    private static boolean isOwn(@Nullable Set<Long> people) {
        Long self = Acting.actor().id();
        return people != null && self != null && Set.of(self).containsAll(people);
    }
}
