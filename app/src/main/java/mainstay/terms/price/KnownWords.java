package mainstay.terms.price;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The regions, units and currencies that a price can be about. One that nothing else knows would never hold for any
/// line, and nobody would notice.
@Repository
@Transactional(readOnly = true)
class KnownWords {

    private static final int MOST_TOLD = 20;

    /// Of accounts, of territories, and of what the account and those under it bought.
    private static final String REGIONS = """
            select a.region as word from accounts.pub_card a where a.region <> ''
            union select t.region from ledger.pub_territory t
            union select t.parent from ledger.pub_territory t where t.parent <> ''
            union select s.region from ledger.pub_sales_line s
            where s.region <> '' and s.account_id in (
                select b.account_id from terms.bought_by(:account, true, (select identity.pub_today())) b)
            order by 1
            """;

    private static final String UNITS = "select unit as word from ledger.pub_unit order by 1";

    private static final String CURRENCIES = """
            select currency as word from ledger.pub_state where currency is not null
            union select r.currency from ledger.pub_rate r
            order by 1
            """;

    /// Lines without a rate are held against a price in their own currency all the same.
    private static final String WAITING = """
            select exists (select from ledger.pub_sales_line s
                           where s.currency = :word and s.original_amount is not null and s.amount is null)
            """;

    private final JdbcClient database;

    KnownWords(JdbcClient database) {
        this.database = database;
    }

    /// Why words of a form cannot be taken, by field, with what is known instead. What is refused already stays so.
    void refuse(Map<String, Text> refusals, long account, PriceForm form) {
        refuse(refusals, "region", form.of("region"), account, REGIONS);
        refuse(refusals, "unit", form.of("unit"), account, UNITS);
        if (!isOnLines(form.of("currency"))) {
            refuse(refusals, "currency", form.of("currency"), account, CURRENCIES);
        }
    }

    private boolean isOnLines(String currency) {
        return !currency.isEmpty()
                && database.sql(WAITING)
                        .param("word", currency)
                        .query(Boolean.class)
                        .single();
    }

    private void refuse(Map<String, Text> refusals, String field, String word, long account, String known) {
        if (!word.isEmpty() && !refusals.containsKey(field)) {
            unknown(field, word, words(known, account)).ifPresent(text -> refusals.put(field, text));
        }
    }

    private static Optional<Text> unknown(String field, String word, List<String> known) {
        if (known.contains(word)) {
            return Optional.empty();
        }
        String told = String.join(", ", known.subList(0, Math.min(known.size(), MOST_TOLD)))
                + (known.size() > MOST_TOLD ? ", …" : "");
        return Optional.of(
                known.isEmpty()
                        ? Text.of("price.wrong.no." + field, word)
                        : Text.of("price.wrong.unknown." + field, word, told));
    }

    private List<String> words(String sql, long account) {
        return database.sql(sql)
                .params(sql.equals(REGIONS) ? Map.of("account", account) : Map.of())
                .query((row, number) -> row.getString("word"))
                .list();
    }
}
