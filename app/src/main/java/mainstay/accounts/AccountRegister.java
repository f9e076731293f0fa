package mainstay.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Knows every code by which a source speaks of an account, and which batches spoke of it.
@Service
@Transactional
public class AccountRegister {

    /// The source of accounts that no file brought.
    static final String BY_HAND = "";

    private final JdbcClient database;
    private final Standing standing;

    AccountRegister(JdbcClient database, Standing standing) {
        this.database = database;
        this.standing = standing;
    }

    /// Makes every code of a batch known; new ones become accounts.
    ///
    /// @param names by position beside the codes; the last one given for a code counts, and an account file's
    /// name wins
    /// @return how many accounts this created (or brought back after a withdrawal)
    public int registerCodes(String source, String[] codes, @Nullable String[] names, long batchId) {
        return registerCodes(source, codes, new @Nullable Long[codes.length], names, batchId);
    }

    /// The same, where accounts that nobody knows get the numbers given beside the codes, if any.
    public int registerCodes(
            String source, String[] codes, @Nullable Long[] wanted, @Nullable String[] names, long batchId) {
        if (codes.length != names.length) {
            throw new IllegalArgumentException(codes.length + " codes but " + names.length + " names");
        }
        lock();
        adopt(source, codes);
        int created = create(source, codes, wanted, batchId);
        int revived = revive(source, codes);
        mention(source, codes, names, batchId);
        standing.renameFromLines(batchId);
        return created + revived;
    }

    /// Which account each code of a source means, or would mean again.
    @Transactional(readOnly = true)
    public Map<String, Long> numbers(String source) {
        Map<String, Long> numbers = new HashMap<>();
        database.sql("select code, account_id from accounts.pub_codes(:source)")
                .param("source", source)
                .query(row -> {
                    numbers.put(row.getString("code"), row.getLong("account_id"));
                });
        return numbers;
    }

    /// Numbers that no account has or will get by itself.
    public long[] unusedNumbers(int count) {
        return database
                .sql("select nextval('accounts.account_id_seq') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /// Takes back what a batch said about accounts; those that no other batch knows are set aside.
    public void withdraw(long batchId) {
        lock();
        database.sql("update accounts.mention set withdrawn = true where batch_id = :batch and not withdrawn")
                .param("batch", batchId)
                .update();
        setAside(batchId);
        standing.restore(batchId);
    }

    /// Counts the accounts of the batch that nobody mentions any more, and sets them aside.
    int setAside(long batchId) {
        return database.sql("""
                        update accounts.account a set withdrawn = true
                        where a.first_batch_id is not null and not a.withdrawn
                          and a.id in (select m.account_id from accounts.mention m where m.batch_id = :batch)
                          and not exists (select 1 from accounts.mention m
                                          where m.account_id = a.id and not m.withdrawn)
                          and not exists (select 1 from accounts.account x where x.merged_into_id = a.id)
                        """).param("batch", batchId).update();
    }

    Set<String> known(String source, Set<String> codes) {
        return database
                .sql("select r.code from accounts.pub_resolve(:source) r where r.code = any(:codes)")
                .param("source", source)
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /// Two batches must not both create the account of one code.
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('accounts.register'))")
                .query((row, number) -> 0)
                .single();
    }

    /// Keeps batches, merges and the like away, but not others who open an account.
    void share() {
        database.sql("select pg_advisory_xact_lock_shared(hashtext('accounts.register'))")
                .query((row, number) -> 0)
                .single();
    }

    /// An account opened by hand is the one that a file means by the same code.
    private void adopt(String source, String[] codes) {
        database.sql("""
                        insert into accounts.alias (source, code, account_id)
                        select :source, a.code, a.id from accounts.account a
                        where a.source = :byHand and a.code = any(cast(:codes as text[]))
                        on conflict (source, code) do nothing
                        """)
                .param("source", source)
                .param("byHand", BY_HAND)
                .param("codes", codes)
                .update();
    }

    /// A code that another source uses for its own account is shown with the name of the source behind it.
    private int create(String source, String[] codes, @Nullable Long[] wanted, long batchId) {
        return database.sql("""
                        with missing as materialized (
                            select coalesce(g.id, nextval('accounts.account_id_seq')) as id, g.code
                            from (select n.code, min(n.id) as id
                                  from unnest(cast(:codes as text[]), cast(:wanted as bigint[])) n (code, id)
                                  group by n.code) g
                            where not exists (select 1 from accounts.alias l
                                              where l.source = :source and l.code = g.code)),
                        created as (
                            insert into accounts.account (id, code, name, source, first_batch_id)
                            overriding system value
                            select m.id,
                                   case when exists (select 1 from accounts.account a where a.code = m.code)
                                        then m.code || '@' || :source else m.code end,
                                   m.code, :source, :batch
                            from missing m)
                        insert into accounts.alias (source, code, account_id)
                        select :source, m.code, m.id from missing m
                        """)
                .param("source", source)
                .param("codes", codes)
                .param("wanted", wanted)
                .param("batch", batchId)
                .update();
    }

    private int revive(String source, String[] codes) {
        return database.sql("""
                        update accounts.account a set withdrawn = false
                        from accounts.alias l
                        where l.account_id = a.id and a.withdrawn and a.merged_into_id is null
                          and l.source = :source and l.code = any(cast(:codes as text[]))
                        """).param("source", source).param("codes", codes).update();
    }

    private void mention(String source, String[] codes, @Nullable String[] names, long batchId) {
        database.sql("""
                        insert into accounts.mention (account_id, batch_id, name)
                        select distinct on (l.account_id) l.account_id, :batch, nullif(trim(g.name), '')
                        from unnest(cast(:codes as text[]), cast(:names as text[])) with ordinality g (code, name, n)
                        join accounts.alias l on l.source = :source and l.code = g.code
                        order by l.account_id, nullif(trim(g.name), '') is null, g.n desc
                        on conflict (account_id, batch_id) do update
                        set name = coalesce(excluded.name, mention.name), withdrawn = false
                        """)
                .param("source", source)
                .param("codes", codes)
                .param("names", names)
                .param("batch", batchId)
                .update();
    }

    /// Opens an account by hand with what is said about it, which is all that is known: gives its id, or nothing when
    /// the code is taken, if only a moment ago.
    Optional<Long> open(AccountMaster wanted) {
        return database.sql("""
                        with created as (
                            insert into accounts.account (code, name, source, category, region, manager_code, opened_on)
                            select :code, coalesce(:name, :code), :byHand, :category, :region, :manager,
                                   cast(:opened as date)
                            where not exists (select 1 from accounts.alias l where l.code = :code)
                            on conflict (code) do nothing
                            returning id)
                        insert into accounts.alias (source, code, account_id)
                        select :byHand, :code, c.id from created c
                        returning account_id
                        """)
                .param("code", wanted.code())
                .param("name", wanted.name())
                .param("byHand", BY_HAND)
                .param("category", wanted.category())
                .param("region", wanted.region())
                .param("manager", wanted.managerCode())
                .param("opened", wanted.openedOn())
                .query(Long.class)
                .optional();
    }
}
