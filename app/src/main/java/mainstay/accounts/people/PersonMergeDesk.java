package mainstay.accounts.people;

import java.util.List;
import mainstay.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes one person of two who were written down twice, and two of one again; and erases people. Every row keeps
/// whose it was, so that a merge can be undone.
@Service
@Transactional
public class PersonMergeDesk {

    private final People people;
    private final PersonMerges merges;
    private final PersonFiles files;
    private final ApplicationEventPublisher events;

    PersonMergeDesk(People people, PersonMerges merges, PersonFiles files, ApplicationEventPublisher events) {
        this.people = people;
        this.merges = merges;
        this.files = files;
        this.events = events;
    }

    /// The survivor keeps name and code; everything else is put together.
    void merge(long survivor, long merged) {
        if (survivor == merged) {
            throw new Problem.Invalid("people.merge.itself");
        }
        merges.hold();
        List<Long> members = merges.members(merged);
        if (!merges.merge(survivor, merged)) {
            throw new Problem.Conflict("people.merge.gone");
        }
        events.publishEvent(new PeopleReattributed(merged, survivor, members));
        reindex(survivor);
    }

    /// @return who stands alone again
    long undo(long person, long id) {
        merges.hold();
        PersonMerge merge = merges.standing(id)
                .filter(one -> merges.members(person).contains(one.survivorId()))
                .orElseThrow(() -> new Problem.Conflict("people.merge.undone"));
        long root = root(merge.mergedId());
        List<Long> members = merges.members(merge.mergedId());
        if (!merges.part(id)) {
            throw new Problem.Conflict("people.merge.undone");
        }
        events.publishEvent(new PeopleReattributed(root, merge.mergedId(), members));
        reindex(root);
        reindex(merge.mergedId());
        return merge.mergedId();
    }

    /// Erases a person for good, with all who were merged into them.
    public void erase(long person) {
        merges.hold();
        List<Long> erased = merges.erase(person);
        if (erased.isEmpty()) {
            throw new Problem.Conflict("people.isErased");
        }
        events.publishEvent(new PeopleErased(erased));
    }

    private long root(long person) {
        return files.at(person).person().id();
    }

    private void reindex(long id) {
        PersonFile file = files.at(id);
        Person person = file.person();
        PersonForm.Wish wish =
                new PersonForm.Wish(person.name(), person.latinName(), person.code(), file.contacts(), file.days());
        people.index(id, PersonKeys.of(wish, people.formerNames(id)));
    }
}
