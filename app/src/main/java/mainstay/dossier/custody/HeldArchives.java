package mainstay.dossier.custody;

import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Archives that somebody answers for, was named for or has borrowed.
@Component
@Transactional
class HeldArchives implements Holdings {

    private final LeavingDesk desk;

    HeldArchives(LeavingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "archives";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Held> of(User person) {
        Leaving leaving = desk.of(person.name());
        List<Held> held = new ArrayList<>();
        leaving.held()
                .forEach(one -> held.add(new Held(
                        Text.of(one.deputy() ? "custody.deputy" : "custody.custodian"),
                        one.name(),
                        AccountCard.pathOf(one.code()) + "/archive/custody",
                        true)));
        leaving.loans().forEach(loan -> held.add(new Held(Text.of("holding.loan"), loan.called(), loan.path(), false)));
        if (!leaving.member().isEmpty()) {
            held.add(new Held(
                    Text.of("holding.named", leaving.member().size()),
                    null,
                    "/archive/leaving/" + person.name(),
                    false));
        }
        return held;
    }

    @Override
    public void pass(User person, @Nullable User heir, String reason) {
        desk.handOver(person.name(), heir == null ? "" : String.valueOf(heir.id()), reason);
    }
}
