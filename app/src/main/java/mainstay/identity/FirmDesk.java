package mainstay.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mainstay.shared.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the settings of the firm.
@Service
@Transactional
public class FirmDesk {

    private static final Set<String> SIZES = Set.of("unknown", "micro", "small", "medium", "large");

    private final JdbcClient database;
    private final ObjectProvider<CurrencyInUse> ledgers;
    private final ObjectProvider<FiscalYearInUse> years;
    private final Clock clock;
    private final FirmClock calendar;

    FirmDesk(
            JdbcClient database,
            ObjectProvider<CurrencyInUse> ledgers,
            ObjectProvider<FiscalYearInUse> years,
            Clock clock,
            FirmClock calendar) {
        this.database = database;
        this.ledgers = ledgers;
        this.years = years;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Everybody may know them and every page asks: one statement does not need a transaction of its own.
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public FirmSettings settings() {
        FirmSettings settings = database.sql("""
                        select name, currency, time_zone, fiscal_year_start, size, name_order, working_days,
                               settled_at is not null as settled
                        from identity.firm
                        """).query(FirmSettings.class).single();
        calendar.follow(settings.timeZone());
        return settings;
    }

    /// The currency of the firm, which stays what it is until the caller's transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public String heldCurrency() {
        holdCurrency();
        return settings().currency();
    }

    /// Stores what was answered.
    ///
    /// @return message keys of what cannot be taken, by field; nothing is stored while there is one
    public Map<String, String> settle(FirmSettings wanted) {
        Map<String, String> refusals = refusals(wanted);
        if (!wanted.currency().equals(ownCurrency()) && isCurrencyInUse()) {
            refusals.put("currency", "firm.currency.fixed");
        }
        if (wanted.fiscalYearStart() != settings().fiscalYearStart()
                && years.stream().anyMatch(FiscalYearInUse::isInUse)) {
            refusals.put("fiscalYearStart", "firm.fiscalYearStart.fixed");
        }
        if (refusals.isEmpty()) {
            database.sql("""
                            update identity.firm
                            set name = :name, currency = :currency, time_zone = :zone, size = :size,
                                fiscal_year_start = :start, name_order = :order, working_days = :days,
                                settled_at = coalesce(settled_at, :now)
                            """)
                    .param("name", wanted.name().strip())
                    .param("currency", wanted.currency())
                    .param("zone", wanted.timeZone())
                    .param("size", wanted.size())
                    .param("start", wanted.fiscalYearStart())
                    .param("order", wanted.nameOrder())
                    .param("days", wanted.workingDays())
                    .param("now", Sql.timestamp(clock.instant()))
                    .update();
        }
        return refusals;
    }

    /// Takes the currency over while nobody has answered for the firm and no amount is kept in another one.
    void follow(String currency) {
        if (!currency.equals(ownCurrency()) && !isCurrencyInUse()) {
            database.sql("update identity.firm set currency = :currency where settled_at is null")
                    .param("currency", currency)
                    .update();
        }
    }

    /// Whoever asks to change the firm comes after the others who do.
    private String ownCurrency() {
        return database.sql("select currency from identity.firm for update")
                .query(String.class)
                .single();
    }

    /// What is about to be published waits, or has been waited for: its amounts are translated already.
    private boolean isCurrencyInUse() {
        holdCurrency();
        return ledgers.stream().anyMatch(CurrencyInUse::isInUse);
    }

    private void holdCurrency() {
        database.sql("select pg_advisory_xact_lock(hashtext('identity.currency'))::text")
                .query()
                .singleRow();
    }

    private static Map<String, String> refusals(FirmSettings wanted) {
        Map<String, String> refusals = new TreeMap<>();
        check(refusals, "name", !wanted.name().isBlank() && wanted.name().length() <= 200);
        check(refusals, "currency", Currencies.isCurrent(wanted.currency()));
        check(refusals, "timeZone", ZoneId.getAvailableZoneIds().contains(wanted.timeZone()));
        check(refusals, "fiscalYearStart", wanted.fiscalYearStart() >= 1 && wanted.fiscalYearStart() <= 12);
        check(refusals, "size", SIZES.contains(wanted.size()));
        check(refusals, "nameOrder", Set.of("pinyin", "strokes").contains(wanted.nameOrder()));
        check(refusals, "workingDays", wanted.workingDays().matches("[1-7]{1,7}"));
        return refusals;
    }

    private static void check(Map<String, String> refusals, String field, boolean fine) {
        if (!fine) {
            refusals.put(field, "firm." + field + ".wrong");
        }
    }
}
