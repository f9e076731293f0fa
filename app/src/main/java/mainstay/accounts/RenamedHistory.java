package mainstay.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainstay.accounts.KnownAs.FormerName;
import mainstay.activity.Timeline.Entry;
import mainstay.activity.TimelineSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the timeline by which names an account went.
@Component
@Transactional(readOnly = true)
class RenamedHistory implements TimelineSource {

    private final AccountHistory history;
    private final Accounts accounts;

    RenamedHistory(AccountHistory history, Accounts accounts) {
        this.history = history;
        this.accounts = accounts;
    }

    @Override
    public List<Entry> of(long accountId) {
        List<FormerName> names = history.formerNames(accountId);
        if (names.isEmpty()) {
            return List.of();
        }
        String later = accounts.names(List.of(accountId)).stream().findFirst().orElse("");
        List<Entry> entries = new ArrayList<>();
        for (FormerName former : names) {
            if (!former.name().equals(later)) {
                Map<String, String> detail = Map.of("from", former.name(), "to", later);
                entries.add(Entry.told(accountId, "", "accountRenamed", detail, former.until()));
            }
            later = former.name();
        }
        return entries;
    }
}
