package mainstay.team.energy;

import java.util.List;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.web.Text;
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
        return leaders.ledBy(person.id()).stream()
                .map(lead -> new Held(Text.of("energy.leads", lead.name()), null, "/settings/team#leaders", true))
                .toList();
    }

    /// The heir who was led by the one who leaves is led by nobody then.
    @Override
    public void pass(User person, @Nullable User heir, String reason) {
        String next = heir == null ? "" : String.valueOf(heir.id());
        leaders.ledBy(person.id()).forEach(lead -> {
            String user = String.valueOf(lead.userId());
            if (leaders.lead(user, user.equals(next) ? "" : next).isPresent()) {
                leaders.lead(user, "");
            }
        });
    }
}
