package mainstay.planning.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.planning.work.WorkItems.Due;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Work of plans that is due within a week or overdue, for who does it and who answers for it.
@Component
@Transactional(readOnly = true)
class ItemWork implements WorkSource {

    private static final int MOST = 30;
    private static final int AHEAD = 7;

    private final WorkItems items;
    private final Clock clock;

    ItemWork(WorkItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("work-item");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        Long user = Acting.actor().id();
        LocalDate today = LocalDate.now(clock);
        return user == null
                ? List.of()
                : items.due(user, today.plusDays(AHEAD), COUNTED + 1).stream()
                        .map(item -> work(item, today))
                        .toList();
    }

    private static Work work(Due item, LocalDate today) {
        return Work.of(
                        "work-item",
                        String.valueOf(item.id()),
                        WorkItem.pathOf(item.id()),
                        "work.item.title",
                        List.of(item.title(), Objects.requireNonNullElse(item.account(), "")),
                        item.dueOn().isBefore(today) ? "work.item.overdue" : "work.item.due",
                        List.of(item.dueOn(), item.standard()),
                        item.revenue(),
                        item.dueOn().isAfter(today) ? 2 : 3,
                        item.dueOn())
                .due(item.dueOn());
    }
}
