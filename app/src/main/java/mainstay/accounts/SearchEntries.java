package mainstay.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mainstay.accounts.AccountFinder.Elsewhere;
import mainstay.accounts.search.Likeness.Called;
import mainstay.accounts.search.SearchKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The keys by which accounts are found, and those that have fallen behind.
@Repository
class SearchEntries {

    private final JdbcClient database;
    private final AccountFinder finder;

    SearchEntries(JdbcClient database, AccountFinder finder) {
        this.database = database;
        this.finder = finder;
    }

    boolean areDue() {
        return database.sql("select accounts.search_is_due()")
                .query(Boolean.class)
                .single();
    }

    /// One at a time derives keys, and nobody while a file is being taken in: it changes names, and it is in a hurry.
    boolean begin() {
        return database.sql("""
                        select pg_try_advisory_xact_lock_shared(hashtext('accounts.register'))
                               and pg_try_advisory_xact_lock(hashtext('accounts.search'))
                        """).query(Boolean.class).single();
    }

    /// Takes the oldest of what is due.
    Set<Long> take(int most) {
        return new TreeSet<>(database.sql("""
                        delete from accounts.search_due
                        where n in (select d.n from accounts.search_due d order by d.n limit :most)
                        returning account_id
                        """)
                .param("most", most)
                .query((row, number) -> row.getLong("account_id"))
                .list());
    }

    void derive(Set<Long> accounts) {
        Long[] ids = accounts.toArray(Long[]::new);
        List<Named> named = named(ids);
        Set<String> words = new TreeSet<>();
        Long[] kept = new Long[named.size()];
        String[] keys = new String[named.size()];
        String[] codes = new String[named.size()];
        String[] names = new String[named.size()];
        String[] spoken = new String[named.size()];
        for (int i = 0; i < keys.length; i++) {
            SearchKeys derived = named.get(i).keys();
            kept[i] = named.get(i).id();
            keys[i] = String.join(" ", derived.keys());
            codes[i] = derived.beginnings().code();
            names[i] = derived.beginnings().name();
            spoken[i] = derived.beginnings().pinyin();
            words.addAll(derived.words());
        }
        forget(accounts, kept);
        database.sql("""
                        insert into accounts.search_entry (account_id, code, name, pinyin, keys)
                        select k.id, k.code, k.name, k.pinyin, array_to_tsvector(string_to_array(k.keys, ' '))
                        from unnest(cast(:ids as bigint[]), cast(:codes as text[]), cast(:names as text[]),
                                    cast(:spoken as text[]), cast(:keys as text[])) k (id, code, name, pinyin, keys)
                        on conflict (account_id) do update
                        set code = excluded.code, name = excluded.name, pinyin = excluded.pinyin, keys = excluded.keys
                        where search_entry.keys <> excluded.keys
                        """)
                .param("ids", kept)
                .param("codes", codes)
                .param("names", names)
                .param("spoken", spoken)
                .param("keys", keys)
                .update();
        database.sql("""
                        insert into accounts.search_word (word) select unnest(cast(:words as text[]))
                        on conflict do nothing
                        """).param("words", words.toArray(String[]::new)).update();
    }

    private void forget(Set<Long> accounts, Long[] kept) {
        Set<Long> gone = new HashSet<>(accounts);
        List.of(kept).forEach(gone::remove);
        if (!gone.isEmpty()) {
            database.sql("delete from accounts.search_entry where account_id = any(:gone)")
                    .param("gone", gone.toArray(Long[]::new))
                    .update();
        }
    }

    void sortIn() {
        database.sql("select accounts.sort_in_search()").query(Long.class).single();
    }

    private record Named(long id, Called called) {

        SearchKeys keys() {
            return new SearchKeys(called.code(), called.name(), called.otherCodes(), called.formerNames());
        }
    }

    /// An account that was merged is found as the one that stands for it.
    private List<Named> named(Long[] ids) {
        record Own(long id, String code, String name) {}
        List<Own> own = database.sql("""
                        select a.id, a.code, a.name from accounts.account a
                        where not a.withdrawn
                          and (a.id = any(:ids) or a.id in (select m.survivor_id from accounts.pub_merged() m
                                                            where m.account_id = any(:ids)))
                        order by a.id
                        """)
                .param("ids", ids)
                .query((row, number) -> new Own(row.getLong("id"), row.getString("code"), row.getString("name")))
                .list();
        Map<Long, Elsewhere> elsewhere =
                finder.elsewhere(own.stream().map(Own::id).toList());
        return own.stream()
                .map(account -> {
                    Elsewhere known = Objects.requireNonNull(elsewhere.get(account.id()));
                    return new Named(
                            account.id(), new Called(account.code(), account.name(), known.codes(), known.names()));
                })
                .toList();
    }
}
