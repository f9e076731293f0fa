package mainstay.team.duty;

import java.util.List;
import java.util.Optional;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import mainstay.team.duty.Pools.Pool;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fields of work that somebody owns at all accounts that nobody looks after one by one.
@Component
@Transactional
class PoolHoldings implements Holdings {

    private final Pools pools;
    private final Fields fields;

    PoolHoldings(Pools pools, Fields fields) {
        this.pools = pools;
        this.fields = fields;
    }

    @Override
    public String kind() {
        return "pools";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Held> of(User person) {
        return owned(person).stream()
                .map(pool -> new Held(what(pool), null, "/settings/team", true))
                .toList();
    }

    private List<Pool> owned(User person) {
        return pools.standing().stream()
                .filter(pool -> pool.userId() == person.id())
                .toList();
    }

    private Text what(Pool pool) {
        Integer number = pool.fieldId();
        Optional<Field> field = number == null ? Optional.empty() : fields.find(number);
        return field.map(one -> Text.of(one.title() == null ? "duty.field." + one.code() : one.title()))
                .orElseGet(() -> Text.of("duty.poolAll"));
    }

    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        List<Held> held = of(person);
        owned(person).forEach(pool -> pools.own(pool.fieldId(), heir == null ? null : Long.valueOf(heir.id())));
        return Passed.all(held, heir == null ? Fate.ENDED : Fate.TAKEN);
    }
}
