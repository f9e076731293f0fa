package mainstay.team.energy;

import java.util.List;
import java.util.Objects;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.team.energy.Leaders.Lead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People whom somebody leads.
@Component
@Transactional
class LeaderHoldings implements Holdings {

    private final Leaders leaders;

    LeaderHoldings(Leaders leaders) {
        this.leaders = leaders;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<Held> of(User person) {
        return leaders.ledBy(person.id()).stream().map(LeaderHoldings::held).toList();
    }

    private static Held held(Lead lead) {
        return new Held(Text.of("energy.leads", lead.name()), null, "/settings/team#leaders", true);
    }

    @Override
    public List<User> heirs(User person, List<User> people) {
        return people.stream().filter(Leaders::mayName).toList();
    }

    /// The heir who was led by the one who leaves is led by nobody then, and so is who leads the heir.
    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        User next = Objects.requireNonNull(heir);
        return leaders.ledBy(person.id()).stream()
                .map(lead -> new Passed(held(lead), pass(lead.userId(), next)))
                .toList();
    }

    private Fate pass(long led, User next) {
        String user = String.valueOf(led);
        if (leaders.wouldCircle(led, next.id())) {
            leaders.lead(user, "");
            return Fate.CIRCLE;
        }
        leaders.lead(user, String.valueOf(next.id())).ifPresent(why -> {
            throw new Problem.Invalid(why.key(), why.arguments().toArray());
        });
        return Fate.TAKEN;
    }
}
