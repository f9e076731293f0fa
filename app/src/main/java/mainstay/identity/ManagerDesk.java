package mainstay.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mainstay.identity.ManagerCodes.ManagerCode;
import mainstay.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where an administrator says which manager of the files a user is.
@Service
@Transactional
class ManagerDesk {

    private final ManagerCodes codes;
    private final ApplicationEventPublisher events;

    ManagerDesk(ManagerCodes codes, ApplicationEventPublisher events) {
        this.codes = codes;
        this.events = events;
    }

    @Transactional(readOnly = true)
    List<ManagerCode> all() {
        return codes.all();
    }

    @Transactional(readOnly = true)
    Set<String> of(long userId) {
        return codes.all().stream()
                .filter(known -> known.isOf(userId))
                .map(ManagerCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void put(long userId, Set<String> wanted) {
        if (!Acting.actor().is(Role.ADMINISTRATOR)) {
            throw new Problem.Forbidden("error.403");
        }
        codes.put(userId, wanted);
        events.publishEvent(new UserChanged(userId, "managers", String.join(", ", new TreeSet<>(wanted))));
    }
}
