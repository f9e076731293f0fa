package mainstay.dossier.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        return Stream.concat(
                        leaving.held().stream().map(HeldArchives::held),
                        others(leaving, person).stream().map(Passed::held))
                .toList();
    }

    private static Held held(Leaving.Held one) {
        return new Held(
                Text.of(one.deputy() ? "custody.deputy" : "custody.custodian"),
                one.name(),
                AccountCard.pathOf(one.code()) + "/archive/custody",
                true);
    }

    /// What nobody takes over, and what becomes of it.
    private static List<Passed> others(Leaving leaving, User person) {
        List<Passed> others = new ArrayList<>();
        leaving.loans()
                .forEach(loan -> others.add(new Passed(
                        new Held(Text.of("holding.loan"), loan.called(), loan.path(), false), Fate.RETURNED)));
        if (!leaving.member().isEmpty()) {
            others.add(new Passed(
                    new Held(
                            Text.of("holding.named", leaving.member().size()),
                            null,
                            "/archive/leaving/" + person.name(),
                            false),
                    Fate.ENDED));
        }
        return others;
    }

    @Override
    public List<User> heirs(User person, List<User> people) {
        return desk.heirs(people);
    }

    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        Leaving leaving = desk.of(person.name());
        Map<Long, Fate> passed = desk.handOver(person.name(), heir == null ? "" : String.valueOf(heir.id()), reason);
        return Stream.concat(
                        leaving.held().stream()
                                .flatMap(one -> Optional.ofNullable(passed.get(one.accountId())).stream()
                                        .map(fate -> new Passed(held(one), fate))),
                        others(leaving, person).stream())
                .toList();
    }
}
