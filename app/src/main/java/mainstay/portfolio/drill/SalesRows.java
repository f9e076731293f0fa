package mainstay.portfolio.drill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The documents and the lines behind a figure, the newest first.
@Repository
class SalesRows {
    private static final RowMapper<SoldDocument> DOCUMENT = RecordRows.of(SoldDocument.class);
    private static final RowMapper<LedgerLine> LINE = RecordRows.of(LedgerLine.class);

    private final JdbcClient jdbc;

    SalesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SoldDocument> documents(Question question, @Nullable RowPlace after, int most) {
        return ask(question, """
                select d.*, n.number, a.code, a.name
                from (select l.document_id, l.account_id, coalesce(l.bill_to_id, 0) as bill_to_id, l.date,
                             count(*) as lines, sum(l.amount)::bigint as amount,
                             coalesce(-sum(l.amount) filter (where not (%1$s)), 0)::bigint as returned,
                             case when count(l.cost) > 0
                                  then sum(l.amount - l.cost)::bigint end as profit,
                             case when min(l.counted_in) filter (where l.quantity is not null)
                                     is not distinct from max(l.counted_in) filter (where l.quantity is not null)
                                  then sum(l.counted)::bigint end as quantity,
                             min(l.counted_in) filter (where l.quantity is not null) as unit,
                             coalesce(min(l.counted_in) filter (where l.quantity is not null)
                                      <> max(l.counted_in) filter (where l.quantity is not null), false) as mixed
                      from ledger.pub_sales_line l
                      where l.date between :from and :to and %2$s
                      group by l.document_id, l.account_id, l.bill_to_id, l.date) d
                left join lateral (select l.document as number from ledger.pub_sales_line l
                                   where l.document_id = d.document_id and l.date = d.date limit 1) n on true
                left join accounts.pub_card a on a.id = d.account_id
                where (cast(:afterDay as date) is null
                       or (d.date, d.document_id, coalesce(d.account_id, 0), d.bill_to_id)
                          < (:afterDay, :afterDocument, :afterAccount, :afterLine))
                order by d.date desc, d.document_id desc, coalesce(d.account_id, 0) desc, d.bill_to_id desc limit :most
                """, after, most).query(DOCUMENT).list();
    }

    List<LedgerLine> lines(Question question, @Nullable RowPlace after, int most) {
        return ask(question, """
                select l.document_id, l.document, l.line, l.kind, l.date, l.product, l.product_name, l.category, l.region,
                       l.quantity, l.unit, l.counted, l.counted_in, l.price, l.amount, l.cost, a.code, a.name, l.batch_id, l.file_line
                from ledger.pub_sales_line l left join accounts.pub_card a on a.id = l.account_id
                where l.date between :from and :to and %2$s
                  and (cast(:afterDay as date) is null
                       or (l.date, l.document_id, l.line) < (:afterDay, :afterDocument, :afterLine))
                order by l.date desc, l.document_id desc, l.line desc limit :most
                """, after, most).query(LINE).list();
    }

    /// The number of a document, where the reader sees any line of it.
    Optional<String> document(long id) {
        return jdbc.sql("select l.document from ledger.pub_sales_line l where l.document_id = :id limit 1")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private JdbcClient.StatementSpec ask(Question question, String sql, @Nullable RowPlace after, int most) {
        Conditions conditions = Conditions.of(question);
        LocalDate afterDay = after == null ? null : after.day();
        String text = sql.formatted(SliceSql.GROSS, conditions.text());
        JdbcClient.StatementSpec statement = jdbc.sql(text)
                .params(conditions.parameters())
                .param("from", question.days().from())
                .param("to", question.days().to())
                .param("afterDay", afterDay)
                .param("afterDocument", after == null ? 0L : after.document())
                .param("afterLine", after == null ? 0L : after.line())
                .param("most", most);
        if (text.contains(":afterAccount")) {
            statement = statement.param("afterAccount", after == null ? 0L : after.account());
        }
        if (question.whose().account() != null) {
            statement = statement.param("account", question.whose().account());
        }
        return text.contains(":asOf") ? statement.param("asOf", question.whose().asOf()) : statement;
    }
}
