package mainstay.accounts;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mainstay.accounts.MasterProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MasterRows {

    private static final long BY_HAND = 0;

    private final JdbcClient database;

    MasterRows(JdbcClient database) {
        this.database = database;
    }

    void insert(long batchId, String source, int given, List<AccountMaster> rows) {
        database.sql("""
                        insert into accounts.master
                            (account_id, batch_id, file_line, given, name, category, region, manager_code, credit_limit,
                             payment_term_days, opened_on, closed_on, parent_id, holding, parent_from)
                        select l.account_id, :batch, g.line, :given, g.name, g.category, g.region, g.manager,
                               g.credit_limit, g.term, cast(g.opened as date), cast(g.closed as date),
                               p.account_id, cast(g.holding as numeric), cast(g.since as date)
                        from unnest(cast(:codes as text[]), cast(:lines as bigint[]), cast(:names as text[]),
                                    cast(:categories as text[]), cast(:regions as text[]), cast(:managers as text[]),
                                    cast(:limits as bigint[]), cast(:terms as integer[]), cast(:opened as text[]),
                                    cast(:closed as text[]), cast(:parents as text[]), cast(:holdings as text[]),
                                    cast(:since as text[]))
                             g (code, line, name, category, region, manager, credit_limit, term, opened, closed,
                                parent, holding, since)
                        join accounts.alias l on l.source = :source and l.code = g.code
                        left join accounts.alias p on p.source = :source and p.code = g.parent
                        """)
                .param("batch", batchId)
                .param("given", given)
                .param("source", source)
                .param("codes", texts(rows, AccountMaster::code))
                .param("lines", rows.stream().map(AccountMaster::line).toArray(Long[]::new))
                .param("names", texts(rows, AccountMaster::name))
                .param("categories", texts(rows, AccountMaster::category))
                .param("regions", texts(rows, AccountMaster::region))
                .param("managers", texts(rows, AccountMaster::managerCode))
                .param("limits", rows.stream().map(AccountMaster::creditLimit).toArray(Long[]::new))
                .param(
                        "terms",
                        rows.stream().map(AccountMaster::paymentTermDays).toArray(Integer[]::new))
                .param("opened", texts(rows, AccountMaster::openedOn))
                .param("closed", texts(rows, AccountMaster::closedOn))
                .param("parents", texts(rows, AccountMaster::parent))
                .param("holdings", texts(rows, AccountMaster::holding))
                .param("since", texts(rows, AccountMaster::parentFrom))
                .update();
    }

    /// What somebody entered counts as the oldest row: a later file is newer.
    void insertByHand(long accountId, AccountMaster row, @Nullable Long parentId) {
        database.sql("""
                        insert into accounts.master
                            (account_id, batch_id, given, name, category, region, manager_code, credit_limit,
                             payment_term_days, opened_on, closed_on, parent_id, holding, parent_from)
                        values (:account, :batch, :given, :name, :category, :region, :manager, cast(:limit as bigint),
                                cast(:term as integer), cast(:opened as date), cast(:closed as date),
                                cast(:parent as bigint), cast(:holding as numeric), cast(:since as date))
                        """)
                .param("account", accountId)
                .param("batch", BY_HAND)
                .param("given", AccountField.bits(EnumSet.allOf(AccountField.class)))
                .param("name", row.name())
                .param("category", row.category())
                .param("region", row.region())
                .param("manager", row.managerCode())
                .param("limit", row.creditLimit())
                .param("term", row.paymentTermDays())
                .param("opened", row.openedOn())
                .param("closed", row.closedOn())
                .param("parent", parentId)
                .param("holding", row.holding())
                .param("since", row.parentFrom())
                .update();
    }

    void withdraw(long batchId) {
        database.sql("update accounts.master set withdrawn = true where batch_id = :batch and not withdrawn")
                .param("batch", batchId)
                .update();
    }

    List<ParentLink> links() {
        return database.sql("select child_id, parent_id, valid_from, valid_to from accounts.parent_link")
                .query((row, number) -> new ParentLink(
                        row.getLong("child_id"),
                        row.getLong("parent_id"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /// Takes a batch's rows about some accounts out again, as if they had not been in the file.
    List<MasterProblem> drop(long batchId, Set<Long> accounts) {
        Long[] ids = accounts.toArray(Long[]::new);
        database.sql("""
                        update accounts.mention set withdrawn = true
                        where batch_id = :batch and account_id = any(:ids)
                        """).param("batch", batchId).param("ids", ids).update();
        return database.sql("""
                        update accounts.master m set withdrawn = true
                        from accounts.account p
                        where m.batch_id = :batch and m.account_id = any(:ids) and not m.withdrawn and p.id = m.parent_id
                        returning m.file_line, p.code
                        """)
                .param("batch", batchId)
                .param("ids", ids)
                .query((row, number) -> new MasterProblem(
                        row.getLong("file_line"), AccountField.PARENT, Reason.PARENT_CIRCLE, row.getString("code")))
                .list();
    }

    /// After a withdrawal an older row may ask for a parent that now stands below: that link is left out.
    void unlink(Set<Long> circling, long batchId) {
        database.sql("""
                        delete from accounts.parent_link
                        where child_id = any(:ids)
                          and child_id in (select m.account_id from accounts.master m where m.batch_id = :batch)
                        """)
                .param("ids", circling.toArray(Long[]::new))
                .param("batch", batchId)
                .update();
    }

    void unlink(Set<Long> children) {
        database.sql("delete from accounts.parent_link where child_id = any(:ids)")
                .param("ids", children.toArray(Long[]::new))
                .update();
    }

    private static @Nullable String[] texts(List<AccountMaster> rows, Function<AccountMaster, @Nullable Object> of) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = of.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
