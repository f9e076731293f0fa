package mainstay.terms.credit;

import java.time.Instant;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import mainstay.terms.credit.CreditQuestion.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was asked about credit and how it was answered.
@Repository
class CreditChecks {

    private final JdbcClient database;

    CreditChecks(JdbcClient database) {
        this.database = database;
    }

    /// @param asked  the question as it was understood
    /// @param answer as it was given
    record Kept(String asked, String answer) {}

    Optional<Kept> byKey(@Nullable Long asker, String key) {
        return database.sql("""
                        select asked, answer from terms.credit_check
                        where asked_by is not distinct from :asker and key = :key
                        """)
                .param("asker", asker)
                .param("key", key)
                .query(RecordRows.of(Kept.class))
                .optional();
    }

    /// What people did about an order that was held.
    ///
    /// @param prepaid  noted as paid ahead
    /// @param released up to which amount on credit it was released since it was last closed; nought: it was not
    record Done(long prepaid, long released) {}

    Done doneAbout(long account, String order) {
        return database.sql("""
                        select coalesce(sum(s.amount) filter (where s.step = 'prepaid'), 0)::bigint as prepaid,
                               coalesce(max(c.amount - c.prepaid) filter (where s.step = 'released' and s.id > l.closed), 0)::bigint
                                   as released
                        from terms.credit_check c
                        join terms.held_step s on s.check_id = c.id
                        cross join (select coalesce(max(t.id) filter (where t.step = 'closed'), 0) as closed
                                    from terms.credit_check k join terms.held_step t on t.check_id = k.id
                                    where k.account_id = :account and k.order_number = :order) l
                        where c.account_id = :account and c.order_number = :order
                        """)
                .param("account", account)
                .param("order", order)
                .query(RecordRows.of(Done.class))
                .single();
    }

    /// A question and the answer to it.
    ///
    /// @param prepaid what is known to be paid ahead, by the question or by a note
    record Entry(
            String key,
            @Nullable Long asker,
            long account,
            Asked asked,
            long prepaid,
            CreditDecision decision,
            String answer,
            Instant at,
            @Nullable Instant reservedUntil) {}

    void keep(Entry entry) {
        Asked asked = entry.asked();
        HeldLimit tightest = entry.decision().tightest();
        if (entry.reservedUntil() != null && asked.order() != null) {
            endReservation(entry.account(), asked.order(), entry.at());
        }
        database.sql("""
                        insert into terms.credit_check (key, asked_by, asked, account_id, stage, order_number, amount, prepaid,
                            decision, holder_id, credit_limit, exposure, prepayment, answer, checked_at, reserved, reserved_until)
                        values (:key, :asker, :asked, :account, :stage, :order, :amount, :prepaid, :decision, :holder, :limit,
                            :exposure, :prepayment, :answer, :at, :reserved, :until)
                        """)
                .param("key", entry.key())
                .param("asker", entry.asker())
                .param("asked", asked.text())
                .param("account", entry.account())
                .param("stage", asked.stage().code())
                .param("order", asked.order())
                .param("amount", asked.amount())
                .param("prepaid", entry.prepaid())
                .param("decision", entry.decision().verdict().code())
                .param("holder", tightest == null ? null : tightest.holder())
                .param("limit", tightest == null ? null : tightest.amount())
                .param("exposure", tightest == null ? null : tightest.exposure().total())
                .param("prepayment", entry.decision().prepayment())
                .param("answer", entry.answer())
                .param("at", Sql.timestamp(entry.at()))
                .param("reserved", entry.reservedUntil() == null ? 0 : asked.amount() - entry.prepaid())
                .param("until", entry.reservedUntil() == null ? null : Sql.timestamp(entry.reservedUntil()))
                .update();
    }

    /// An order that is asked about again replaces itself.
    private void endReservation(long account, String order, Instant at) {
        database.sql("""
                        update terms.credit_check set reserved_until = :at
                        where account_id = :account and order_number = :order and reserved_until > :at
                        """)
                .param("account", account)
                .param("order", order)
                .param("at", Sql.timestamp(at))
                .update();
    }

    boolean sees(@Nullable Long asker, long holder) {
        return database.sql("""
                        select exists (select 1 from identity.account_grant g
                                       where g.account_id = :holder and g.user_id = :asker and g.level >= 2
                                         and g.scope is null and g.starts_at <= (select identity.clock())
                                         and (g.ends_at is null or g.ends_at > (select identity.clock())))
                        """)
                .param("holder", holder)
                .param("asker", asker)
                .query(Boolean.class)
                .single();
    }
}
