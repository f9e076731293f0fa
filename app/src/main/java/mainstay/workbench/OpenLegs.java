package mainstay.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.rating.KeyAccount;
import mainstay.rating.KeyAccounts;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Provisional key accounts: large enough, and something about them is not known yet. Who knows them finds it
/// out.
@Component
class OpenLegs implements WorkSource {

    private final KeyAccounts accounts;
    private final AccountLinks links;

    OpenLegs(KeyAccounts accounts, AccountLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    /// Groups count as one; who sees only accounts of their own gets these.
    @Override
    public Set<String> rules() {
        return Set.of("open-leg");
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        Map<String, KeyAccount> provisional = new LinkedHashMap<>();
        Stream.of(accounts.key(true), accounts.key(false))
                .flatMap(List::stream)
                .filter(account -> !account.openLegs().isEmpty())
                .forEach(account -> provisional.putIfAbsent(account.code(), account));
        return provisional.values().stream().map(this::work).toList();
    }

    private static String open(KeyAccount account) {
        List<String> open = account.openLegs();
        return open.size() > 1 ? "both" : open.getFirst();
    }

    private Work work(KeyAccount account) {
        Double share = account.shareOfSales();
        String leg = open(account);
        return Work.of(
                "open-leg",
                account.code(),
                links.to(account.code(), "rating"),
                "work.openLeg.title." + leg,
                List.of(account.name()),
                share == null ? "work.openLeg.reasonAlone" : "work.openLeg.reason",
                Stream.of(account.rank(), share, account.openLegs().size(), Text.of("work.openLeg.missing." + leg))
                        .filter(Objects::nonNull)
                        .toList(),
                account.revenue(),
                2,
                null);
    }
}
