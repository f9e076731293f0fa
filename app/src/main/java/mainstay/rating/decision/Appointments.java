package mainstay.rating.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kept proposals and appointments.
@Repository
class Appointments {
    private static final RowMapper<Appointment> APPOINTMENT = RecordRows.of(Appointment.class);
    private static final String COLUMNS = """
            select id, account_id, evidence, found, asked_by, asked_on, approval_id, status, from_day, until_day, ended_by,
                   ended_why
            from rating.appointment
            """;

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of an account, the newest first.
    List<Appointment> of(long account) {
        return jdbc.sql(COLUMNS + "where account_id = :account order by id desc")
                .param("account", account)
                .query(APPOINTMENT)
                .list();
    }

    Optional<Appointment> byId(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(APPOINTMENT)
                .optional();
    }

    /// What the key-account rule says of an account now, alone or as head of its group.
    String found(long account) {
        return jdbc.sql("""
                select status from rating.verdict where account_id = :account and region = ''
                order by scope = 'group' desc limit 1
                """)
                .param("account", account)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /// Stars and sales of an account as its approval needs them.
    ///
    /// @param stars   null where they are hollow or unknown
    /// @param revenue null where there are none
    record Size(@Nullable Integer stars, @Nullable Long revenue) {}

    Size size(long account) {
        return jdbc.sql("""
                select (select r.solid_stars from rating.pub_stars r where r.account_id = :account) as stars,
                       (select v.revenue from rating.verdict v
                        where v.account_id = :account and v.region = '' and v.scope = 'account') as revenue
                """)
                .param("account", account)
                .query(RecordRows.of(Size.class))
                .single();
    }

    long add(long account, String evidence, String found, String by, LocalDate today) {
        return jdbc.sql("""
                insert into rating.appointment (account_id, evidence, found, asked_by, asked_on, status)
                values (:account, :evidence, :found, :by, :today, 'pending') returning id
                """)
                .param("account", account)
                .param("evidence", evidence)
                .param("found", found)
                .param("by", by)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    void noteApproval(long id, long approval) {
        jdbc.sql("update rating.appointment set approval_id = :approval where id = :id")
                .param("approval", approval)
                .param("id", id)
                .update();
    }

    /// Decides on the proposal that a request of an account is about: that of a merged account stands on it too.
    void decide(long account, long approval, String status, LocalDate today) {
        jdbc.sql("""
                update rating.appointment
                set status = :status, from_day = case when :status = 'granted' then cast(:today as date) end
                where account_id = :account and status = 'pending' and coalesce(approval_id, :approval) = :approval
                """)
                .param("status", status)
                .param("today", today)
                .param("account", account)
                .param("approval", approval)
                .update();
    }

    /// @return whether it stood until now
    boolean end(long id, LocalDate today, String by, String why) {
        return jdbc.sql("""
                update rating.appointment
                set until_day = greatest(from_day, cast(:today as date)), ended_by = :by, ended_why = :why
                where id = :id and status = 'granted' and until_day is null
                """)
                        .param("today", today)
                        .param("by", by)
                        .param("why", why)
                        .param("id", id)
                        .update()
                > 0;
    }
}
