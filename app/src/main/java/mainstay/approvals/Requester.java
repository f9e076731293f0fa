package mainstay.approvals;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.jspecify.annotations.Nullable;

/// Who asks.
///
/// @param id null for the local operator
record Requester(@Nullable Long id, String name) {

    static Requester now() {
        Actor actor = Acting.actor();
        return new Requester(actor.id(), actor.name());
    }
}
