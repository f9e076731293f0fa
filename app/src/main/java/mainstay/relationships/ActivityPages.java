package mainstay.relationships;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.activity.Activity;
import mainstay.activity.ActivityForm;
import mainstay.activity.ActivityKinds;
import mainstay.identity.Acting;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the form of an activity offers.
@Service
@Transactional(readOnly = true)
class ActivityPages {

    private final ActivityKinds kinds;
    private final Colleagues colleagues;
    private final Accounts accounts;
    private final PersonFiles people;
    private final Clock clock;

    ActivityPages(ActivityKinds kinds, Colleagues colleagues, Accounts accounts, PersonFiles people, Clock clock) {
        this.kinds = kinds;
        this.colleagues = colleagues;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /// @param account code; empty: to be written
    ActivityPage fresh(String account) {
        return page(ActivityForm.fresh(account, LocalDate.now(clock)), null, Map.of(), List.of(), false);
    }

    ActivityPage of(Activity activity) {
        return page(form(activity), activity, Map.of(), List.of(), false);
    }

    ActivityForm form(Activity activity) {
        Long account = activity.accountId();
        String code = account == null
                ? ""
                : accounts.byId(account).map(AccountCard::code).orElse("");
        List<String> names = colleagues.byIds(activity.users()).values().stream()
                .map(Colleague::name)
                .sorted()
                .toList();
        return ActivityForm.of(activity, code, names, clock.getZone());
    }

    ActivityPage page(
            ActivityForm form,
            @Nullable Activity before,
            Map<String, Text> refusals,
            List<Question> questions,
            boolean overtaken) {
        return new ActivityPage(
                form,
                before,
                refusals,
                questions,
                overtaken,
                kinds.all(),
                offered(before),
                form.of("account").isEmpty() ? List.of() : there(form.of("account")));
    }

    /// Whoever is here, and whoever took part already; oneself first.
    private List<Colleague> offered(@Nullable Activity before) {
        List<Colleague> offered = new ArrayList<>(colleagues.present());
        Collection<Colleague> past =
                before == null ? List.of() : colleagues.byIds(before.users()).values();
        past.stream().filter(one -> !one.enabled()).forEach(offered::add);
        String self = Acting.actor().name();
        offered.sort((one, other) ->
                Boolean.compare(other.name().equals(self), one.name().equals(self)));
        return offered;
    }

    private List<Position> there(String code) {
        LocalDate today = LocalDate.now(clock);
        return accounts.byCode(code)
                .map(account -> people.positionsAt(account.id()).stream()
                        .filter(position -> position.isHeld(today) && !position.erased())
                        .toList())
                .map(held -> held.stream()
                        .filter(position -> Objects.equals(
                                position.id(),
                                held.stream()
                                        .filter(other -> other.personId() == position.personId())
                                        .findFirst()
                                        .map(Position::id)
                                        .orElse(0L)))
                        .toList())
                .orElse(List.of());
    }
}
