package mainstay.planning.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.identity.Grants;
import mainstay.identity.Holdings;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Work of plans that somebody does or answers for and that is not done.
@Component
@Transactional
class WorkHoldings implements Holdings {

    private final WorkItems items;
    private final Grants grants;

    WorkHoldings(WorkItems items, Grants grants) {
        this.items = items;
        this.grants = grants;
    }

    @Override
    public String kind() {
        return "work";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<Held> of(User person) {
        return items.toDo(person.id()).stream()
                .map(item -> new Held(
                        Text.of("holding.work." + part(item, person), item.title()),
                        item.accountName(),
                        item.path(),
                        true))
                .toList();
    }

    private static String part(WorkItem item, User person) {
        if (item.responsibleId() != person.id()) {
            return "answers";
        }
        return item.accountableId() == person.id() ? "both" : "does";
    }

    /// @throws Problem.Invalid where the heir would not find some of it
    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        User next = Objects.requireNonNull(heir);
        List<Held> held = of(person);
        for (WorkItem item : items.toDo(person.id())) {
            if (!grants.reaches(next, item.accountId(), Level.BUSINESS)) {
                throw new Problem.Invalid(
                        "item.notForHeir",
                        next.fullName(),
                        Objects.requireNonNullElse(item.accountName(), ""),
                        item.title());
            }
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("responsible_id", heirOf(item.responsibleId(), person, next));
            columns.put("accountable_id", heirOf(item.accountableId(), person, next));
            items.change(item.id(), columns);
        }
        return Passed.all(held, Fate.TAKEN);
    }

    private static long heirOf(long holder, User person, User next) {
        return holder == person.id() ? next.id() : holder;
    }
}
