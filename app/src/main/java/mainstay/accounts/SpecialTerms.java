package mainstay.accounts;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was granted to single accounts besides what files say, so that limit and payment term of an account are
/// those in force wherever they are read. Whoever grants terms tells all of them here.
@Service
@Transactional
public class SpecialTerms {

    private final JdbcClient database;

    SpecialTerms(JdbcClient database) {
        this.database = database;
    }

    /// @param told how many were granted or are gone since
    /// @param held for how many accounts something else holds today
    public record Kept(int told, int held) {

        public boolean isNothing() {
            return told == 0 && held == 0;
        }
    }

    /// Whether days have begun or ended since, so that something else holds for an account today. Writes nothing.
    @Transactional(readOnly = true)
    public boolean areDue() {
        return database.sql("select exists (%s)".formatted(DUE))
                .query(Boolean.class)
                .single();
    }

    /// Keeps these and no others, and brings every account to what holds for it today.
    public Kept keep(List<SpecialTerm> granted) {
        int told = 0;
        for (String statement : List.of(GONE, NEW)) {
            told += database.sql(statement)
                    .param("agreements", each(granted, SpecialTerm::agreement, Long[]::new))
                    .param("accounts", each(granted, SpecialTerm::account, Long[]::new))
                    .param("fields", each(granted, SpecialTerm::fieldCode, String[]::new))
                    .param("figures", each(granted, SpecialTerm::figure, Long[]::new))
                    .param("from", each(granted, term -> term.from().toString(), String[]::new))
                    .param("until", each(granted, SpecialTerm::lastDay, String[]::new))
                    .update();
        }
        return new Kept(told, areDue() ? database.sql(HOLD_TODAY).update() : 0);
    }

    private static <T> T[] each(List<SpecialTerm> terms, Function<SpecialTerm, T> figure, IntFunction<T[]> array) {
        return terms.stream().map(figure).toArray(array);
    }

    private static final String TOLD = """
            (select * from unnest(cast(:agreements as bigint[]), cast(:accounts as bigint[]), cast(:fields as text[]),
                                  cast(:figures as bigint[]), cast(:from as date[]), cast(:until as date[])))
            """;

    private static final String GONE = """
            delete from accounts.special_term s
            where (s.agreement_id, s.account_id, s.field, s.figure, s.valid_from, s.valid_until)
                  not in (select t.agreement, t.account, t.field, t.figure, t.since, t.until
                          from %s t (agreement, account, field, figure, since, until))
            """.formatted(TOLD);

    private static final String NEW = """
            insert into accounts.special_term (agreement_id, account_id, field, figure, valid_from, valid_until)
            select t.agreement, t.account, t.field, t.figure, t.since, t.until
            from %s t (agreement, account, field, figure, since, until)
            on conflict (agreement_id) do nothing
            """.formatted(TOLD);

    /// Accounts for which something else holds today than is kept.
    private static final String DUE = """
            select n.account_id, n.credit, n.days
            from (select x.account_id,
                         (select s.figure from accounts.special_term s
                          where s.account_id = x.account_id and s.field = 'creditLimit' and s.valid_from <= d.today
                            and s.valid_until >= d.today
                          order by s.valid_from desc, s.agreement_id desc limit 1) as credit,
                         (select s.figure::integer from accounts.special_term s
                          where s.account_id = x.account_id and s.field = 'paymentTerm' and s.valid_from <= d.today
                            and s.valid_until >= d.today
                          order by s.valid_from desc, s.agreement_id desc limit 1) as days
                  from (select s.account_id from accounts.special_term s
                        union
                        select t.account_id from accounts.terms t
                        where t.special_limit is not null or t.special_term_days is not null) x
                  cross join (select identity.pub_today() as today) d) n
            left join accounts.terms old on old.account_id = n.account_id
            where (n.credit, n.days) is distinct from (old.special_limit, old.special_term_days)
            """;

    private static final String HOLD_TODAY = """
            insert into accounts.terms (account_id, special_limit, special_term_days)
            %s
            on conflict (account_id) do update
            set special_limit = excluded.special_limit, special_term_days = excluded.special_term_days
            """.formatted(DUE);
}
