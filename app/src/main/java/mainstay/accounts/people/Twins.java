package mainstay.accounts.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.people.PersonOutcome.Twin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People who may be one and the same: by their names, in Chinese, in pinyin or Latin, or by how they are reached.
@Service
@Transactional(readOnly = true)
class Twins {

    private static final int MOST = 20;

    private final People people;
    private final Positions positions;

    Twins(People people, Positions positions) {
        this.people = people;
        this.positions = positions;
    }

    /// @param self number of the person whom they are like; null for one who is new
    List<Twin> of(PersonForm.Wish wish, @Nullable Long self) {
        Map<Long, List<String>> alike =
                new HashMap<>(people.alike(PersonKeys.of(wish, List.of()).alike(), wish.contacts()));
        if (self != null) {
            alike.remove(self);
        }
        return told(alike);
    }

    List<Twin> of(PersonFile file) {
        Person person = file.person();
        PersonForm.Wish wish =
                new PersonForm.Wish(person.name(), person.latinName(), person.code(), file.contacts(), file.days());
        return of(wish, person.id());
    }

    List<String> formerNames(long id) {
        return people.formerNames(id);
    }

    private List<Twin> told(Map<Long, List<String>> alike) {
        Collection<Long> ids = alike.keySet().stream().sorted().limit(MOST).toList();
        Map<Long, List<Position>> held = positions.of(ids);
        return people.byIds(ids).stream()
                .map(person -> new Twin(
                        person,
                        Objects.requireNonNullElse(alike.get(person.id()), List.<String>of()),
                        held.getOrDefault(person.id(), List.of())))
                .toList();
    }
}
