package mainstay.dossier.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Facts of many accounts, as far as their reader may see them and nothing that is personal, account by account.
@Repository
@Transactional(readOnly = true)
class KeptFacts {

    private static final String CURRENT =
            "(select * from dossier.fact where current and retired_at is null and sensitivity < 4)";

    /// The newest observation of each field up to a day, unless it had been taken back by its end.
    private static final String STANDING = """
            (select * from (
                 select distinct on (account_id, field_id) * from dossier.fact
                 where observed_on <= :day and sensitivity < 4
                   and (account_id, field_id) > (:account, :field)
                   and (cast(:code as text) is null
                        or account_id = (select c.id from accounts.pub_card c where c.code = :code))
                 order by account_id, field_id, observed_on desc, id desc) newest
             where retired_at is null or retired_at >= :end)""";

    private final JdbcClient database;
    private final Clock clock;

    KeptFacts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A fact as it is kept.
    record Row(
            long accountId,
            String code,
            String name,
            long fieldId,
            String part,
            int sensitivity,
            @Nullable String word,
            @Nullable BigDecimal figure,
            @Nullable LocalDate day,
            String source,
            LocalDate observedOn,
            String confidence,
            @Nullable LocalDate staleOn,
            String recordedBy) {}

    /// The day that is wished for; throws where it is yet to come.
    LocalDate day(ExportWish wish) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = wish.day().orElse(today);
        if (day.isAfter(today)) {
            throw new Problem.Invalid("archive.future", day);
        }
        return day;
    }

    /// In the order of accounts and fields.
    ///
    /// @param account number of the account of the last one that is known; 0 before the first, likewise `field`
    List<Row> after(ExportWish wish, long account, long field, int most) {
        LocalDate day = day(wish);
        String facts = day.equals(LocalDate.now(clock)) ? CURRENT : STANDING;
        return database.sql("""
                        select f.account_id, a.code, a.name, f.field_id, f.part, f.sensitivity, f.word, f.figure, f.day, f.source,
                               f.observed_on, f.confidence, f.stale_on, f.recorded_by
                        from %s f join accounts.pub_card a on a.id = f.account_id
                        where (f.account_id, f.field_id) > (:account, :field)
                          and (cast(:part as text) is null or f.part = :part)
                          and (cast(:region as text) is null or a.region = :region)
                          and (cast(:code as text) is null or a.code = :code)
                        order by f.account_id, f.field_id limit :most
                        """.formatted(facts))
                .param("account", account)
                .param("field", field)
                .param("day", day)
                .param("end", day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param("part", ExportWish.wanted(wish.part()))
                .param("region", ExportWish.wanted(wish.region()))
                .param("code", ExportWish.wanted(wish.account()))
                .param("most", most)
                .query(RecordRows.of(Row.class))
                .list();
    }
}
