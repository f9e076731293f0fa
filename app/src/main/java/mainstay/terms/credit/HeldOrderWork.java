package mainstay.terms.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.ExactMoney;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;

/// Held orders that wait for the controller: each day a customer waits for goods, and we for the money.
@Component
class HeldOrderWork implements WorkSource {

    private static final int MOST = 20;

    private final HeldOrders orders;
    private final Clock clock;

    HeldOrderWork(HeldOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("heldOrder");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.CONTROLLER)) {
            return List.of();
        }
        return orders.open(COUNTED + 1).stream().map(this::work).toList();
    }

    private Work work(HeldOrder order) {
        String number = order.order();
        return Work.of(
                "heldOrder",
                String.valueOf(order.id()),
                "/held-orders#held-" + order.id(),
                "work.heldOrder.title",
                List.of(number == null ? "" : number, order.name()),
                order.isPaidEnough() ? "work.heldOrder.paid" : "work.heldOrder.reason",
                List.of(new ExactMoney(order.asked()), new ExactMoney(order.excess()), new ExactMoney(order.prepaid())),
                order.asked(),
                3,
                LocalDate.ofInstant(order.since(), clock.getZone()));
    }
}
