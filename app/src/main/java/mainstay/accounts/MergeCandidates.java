package mainstay.accounts;

import java.util.List;
import java.util.stream.Stream;
import mainstay.accounts.search.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accounts that may be the same customer as another one.
@Service
@Transactional
class MergeCandidates {

    private static final int MOST = 20;

    private final Accounts accounts;
    private final SearchEntries entries;
    private final SearchUpkeep upkeep;
    private final JdbcClient database;
    private final List<AccountTwins> twins;

    MergeCandidates(
            Accounts accounts,
            SearchEntries entries,
            SearchUpkeep upkeep,
            JdbcClient database,
            List<AccountTwins> twins) {
        this.twins = twins;
        this.accounts = accounts;
        this.entries = entries;
        this.upkeep = upkeep;
        this.database = database;
    }

    /// Accounts that a word means; where none is given, those with the same number of a register, and the same name.
    List<AccountCard> of(AccountCard survivor, String words) {
        if (entries.areDue()) {
            upkeep.catchUp();
        }
        Wanted wanted = Wanted.of(words.isBlank() ? survivor.name() : words);
        List<Long> found = database.sql("""
                        select a.id from accounts.pub_card a
                        where a.id in (select accounts.matching(:search, cast(:like as text[])))
                          and a.id <> :survivor
                        order by a.name collate "zh-x-icu", a.id limit :most
                        """)
                .param("search", wanted.strictly())
                .param("like", wanted.loose().toArray(String[]::new))
                .param("survivor", survivor.id())
                .param("most", MOST)
                .query((row, number) -> row.getLong("id"))
                .list();
        if (!words.isBlank()) {
            return accounts.byIds(found);
        }
        Stream<Long> registered = twins.stream().flatMap(each -> each.of(survivor.id()).stream());
        return accounts.byIds(
                Stream.concat(registered, found.stream()).distinct().toList());
    }
}
