package mainstay.dossier.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is personal and runs out within a month: it is asked for anew, or forgotten. Says of whom, never what.
@Component
@Transactional(readOnly = true)
class PersonalWork implements WorkSource {

    private static final int DAYS = 30;
    private static final int MOST = 10;

    private final PersonalFacts facts;
    private final Clock clock;

    PersonalWork(PersonalFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("personal-expires");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    @Override
    public List<Work> work() {
        return facts.expiringBefore(LocalDate.now(clock).plusDays(DAYS), COUNTED + 1).stream()
                .map(PersonalWork::work)
                .toList();
    }

    private static Work work(PersonalFacts.Expiring one) {
        return Work.of(
                "personal-expires",
                one.account() + "/" + one.personId(),
                AccountCard.pathOf(one.account()) + "/archive/personal/" + one.personId(),
                "work.personal.title",
                List.of("\u2068" + one.name() + "\u2069"),
                "work.personal.reason",
                List.of(one.count(), one.first()),
                null,
                1,
                null);
    }
}
