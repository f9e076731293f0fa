package mainstay.relationships;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.accounts.AccountsReattributed;
import mainstay.accounts.people.PeopleErased;
import mainstay.accounts.people.PeopleReattributed;
import mainstay.activity.ActivityMoves;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets activities follow their accounts and people.
@Component
class MovedActivities implements AccountBelongings {

    private final ActivityMoves moves;

    MovedActivities(ActivityMoves moves) {
        this.moves = moves;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return List.of(new Belonging("merge.activities", moves.count(accountId), null));
    }

    @EventListener
    void on(AccountsReattributed moved) {
        moves.reattribute(moved.from(), moved.to(), moved.booked());
    }

    @EventListener
    void on(PeopleReattributed moved) {
        moves.follow(moved.from(), moved.to(), moved.booked());
    }

    @EventListener
    void on(PeopleErased erased) {
        moves.forget(erased.people());
    }
}
