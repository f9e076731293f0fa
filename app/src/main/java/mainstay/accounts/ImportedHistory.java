package mainstay.accounts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.accounts.BatchOrigins.Origin;
import mainstay.accounts.MasterVersion.Change;
import mainstay.activity.Timeline.Entry;
import mainstay.activity.TimelineSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the timeline what files did to an account. Their rows are kept anyway, so an import of many accounts
/// writes nothing for this.
@Component
@Transactional(readOnly = true)
class ImportedHistory implements TimelineSource {

    private final AccountVersions versions;
    private final BatchOrigins origins;

    ImportedHistory(AccountVersions versions, BatchOrigins origins) {
        this.versions = versions;
        this.origins = origins;
    }

    @Override
    public List<Entry> of(long accountId) {
        List<MasterVersion> rows = versions.of(accountId);
        Long first = versions.firstBatch(accountId).orElse(null);
        Map<Long, Origin> known = origins(rows, first);
        List<Entry> entries = new ArrayList<>();
        known.values().forEach(origin -> {
            if (first != null && origin.batch() == first) {
                entries.add(Entry.told(
                        accountId, origin.actor(), "accountImported", Map.of("file", origin.file()), origin.at()));
            }
            if (origin.withdrawnAt() != null) {
                entries.add(Entry.told(
                        accountId, "", "importWithdrawn", Map.of("file", origin.file()), origin.withdrawnAt()));
            }
        });
        Map<AccountField, String> before = new EnumMap<>(AccountField.class);
        for (MasterVersion row : rows) {
            if (row.withdrawn()) {
                continue;
            }
            Origin origin = known.get(row.batch());
            boolean opened = first != null && row.batch() == first;
            if (origin != null && !opened) {
                row.changes(before).forEach((field, change) -> entries.add(changed(accountId, origin, field, change)));
            }
            before.putAll(row.values());
        }
        return entries;
    }

    private Map<Long, Origin> origins(List<MasterVersion> rows, @Nullable Long first) {
        Set<Long> batches = new HashSet<>();
        rows.forEach(row -> batches.add(row.batch()));
        if (first != null) {
            batches.add(first);
        }
        Map<Long, Origin> known = new HashMap<>();
        origins.of(batches).forEach(origin -> known.put(origin.batch(), origin));
        return known;
    }

    private static Entry changed(long accountId, Origin origin, AccountField field, Change change) {
        boolean money = field == AccountField.CREDIT_LIMIT;
        Map<String, String> detail = Map.of(
                "file",
                origin.file(),
                money ? "moneyFrom" : "from",
                change.from(),
                money ? "moneyTo" : "to",
                change.to());
        return Entry.told(accountId, origin.actor(), kind(field), detail, origin.at());
    }

    private static String kind(AccountField field) {
        return switch (field) {
            case MANAGER -> "managerChanged";
            case CREDIT_LIMIT -> "creditLimitChanged";
            case PAYMENT_TERM -> "paymentTermChanged";
            case PARENT -> "parentChanged";
            default -> "accountChanged";
        };
    }
}
