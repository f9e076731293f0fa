package mainstay.activity;

import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.UserAdded;
import mainstay.identity.UserChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes what happens to users, in the same transaction.
@Component
class IdentityHistory {

    private final Timeline timeline;

    IdentityHistory(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    void on(UserAdded added) {
        note("userAdded", Map.of("name", added.name(), "role", added.role().code()));
    }

    @EventListener
    void on(UserChanged changed) {
        note(
                "userChanged",
                Map.of("id", Long.toString(changed.userId()), "what", changed.what(), "value", changed.value()));
    }

    private void note(String kind, Map<String, String> detail) {
        if (Acting.now().isPresent()) {
            timeline.note(null, kind, detail);
        }
    }
}
