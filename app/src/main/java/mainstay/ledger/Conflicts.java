package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.ledger.Conflict.Side;
import mainstay.ledger.file.Field;
import mainstay.ledger.file.Kind;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lines that say something else than the ledger about the same document and line number.
@Repository
@Transactional(readOnly = true)
class Conflicts {

    private static final int SHOWN = 20;

    private final JdbcClient database;

    Conflicts(JdbcClient database) {
        this.database = database;
    }

    public List<Conflict> of(long batch) {
        return database.sql("""
                        select p.file_line, p.value, l.batch_id, l.file_line as ledger_line,
                               p.arriving || jsonb_build_object(
                                   'kind', coalesce(p.arriving ->> 'kind', 'invoice'),
                                   'customer', coalesce(fa.code, p.arriving ->> 'customer'),
                                   'bill_to', coalesce(fb.code, p.arriving ->> 'bill_to', fa.code),
                                   'currency', nullif(upper(p.arriving ->> 'currency'), s.currency)) as arriving,
                               jsonb_build_object(
                                   'customer', la.code, 'bill_to', lb.code, 'document', d.number, 'line', l.line,
                                   'kind', case when l.credit then 'credit' else 'invoice' end, 'date', l.date,
                                   'product', pr.code, 'quantity', l.quantity, 'unit', l.unit, 'price', l.price,
                                   'amount', coalesce(l.original_amount, l.amount), 'currency', l.currency,
                                   'cost', coalesce(l.original_cost, l.cost), 'floor_price', l.floor_price,
                                   'region', l.region, 'channel', l.channel, 'sales_person', l.sales_person) as present
                        from ledger.row_problem p
                        cross join ledger.pub_state s
                        join ledger.batch b on b.id = p.batch_id
                        join ledger.document d on d.source = b.source and d.number = p.arriving ->> 'document'
                        join ledger.sales_line l on l.document_id = d.id and l.line = (p.arriving ->> 'line')::bigint
                                                and l.date between d.first_date and d.last_date
                        left join ledger.product pr on pr.id = l.product_id
                        left join accounts.pub_card la on la.id = l.account_id
                        left join accounts.pub_card lb on lb.id = l.bill_to_id
                        left join accounts.pub_resolve(b.source) ra on ra.code = p.arriving ->> 'customer'
                        left join accounts.pub_card fa on fa.id = ra.account_id
                        left join accounts.pub_resolve(b.source) rb on rb.code = p.arriving ->> 'bill_to'
                        left join accounts.pub_card fb on fb.id = rb.account_id
                        where p.batch_id = :batch and p.arriving is not null
                        order by p.file_line, p.id limit :most
                        """)
                .param("batch", batch)
                .param("most", SHOWN)
                .query((row, number) -> conflict(row))
                .list();
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        JsonNode arriving = JsonMapper.shared().readTree(row.getString("arriving"));
        JsonNode present = JsonMapper.shared().readTree(row.getString("present"));
        List<Side> sides = new ArrayList<>();
        for (Field field : Kind.SALES.staged()) {
            if (present.has(field.column())) {
                sides.add(new Side(field, text(present, field), text(arriving, field)));
            }
        }
        return new Conflict(
                row.getLong("file_line"),
                Objects.requireNonNullElse(row.getString("value"), ""),
                Sql.number(row, "batch_id"),
                Sql.number(row, "ledger_line"),
                sides);
    }

    private static String text(JsonNode line, Field field) {
        JsonNode value = line.get(field.column());
        return value == null || value.isNull() ? "" : value.asString();
    }
}
