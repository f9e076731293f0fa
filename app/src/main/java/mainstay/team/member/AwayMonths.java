package mainstay.team.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.identity.FirmDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws the calendar of absences.
@Service
@Transactional(readOnly = true)
public class AwayMonths {

    private static final YearMonth FIRST = YearMonth.of(1990, 1);
    private static final YearMonth LAST = YearMonth.of(2200, 12);

    private final JdbcClient database;
    private final FirmDesk firm;
    private final Clock clock;

    AwayMonths(JdbcClient database, FirmDesk firm, Clock clock) {
        this.database = database;
        this.firm = firm;
        this.clock = clock;
    }

    /// Everybody who works here and is not shut out.
    ///
    /// @param month as `2026-11`; this one where it is none
    public AwayMonth ofAll(String month) {
        return read(month, null);
    }

    /// @param people numbers of those who are asked for
    public AwayMonth of(String month, List<Long> people) {
        return read(month, people.toArray(Long[]::new));
    }

    private AwayMonth read(String written, Long @Nullable [] people) {
        YearMonth month = month(written);
        LocalDate first = month.atDay(1);
        Map<Long, AwayMonth.Row> rows = new LinkedHashMap<>();
        database.sql("""
                        select u.id, u.name, u.full_name, a.first_day, a.last_day, d.full_name as deputy
                        from identity.pub_user u
                        left join identity.pub_absence a on a.user_id = u.id and a.first_day <= :last and a.last_day >= :first
                        left join identity.pub_user d on d.id = a.deputy_id
                        where u.enabled and (cast(:people as bigint[]) is null or u.id = any(cast(:people as bigint[])))
                        order by u.full_name collate "zh-x-icu", u.id, a.first_day
                        """)
                .param("first", first)
                .param("last", month.atEndOfMonth())
                .param("people", people)
                .query(row -> {
                    AwayMonth.Row person = rows.computeIfAbsent(
                            row.getLong("id"),
                            id -> new AwayMonth.Row(id, text(row, "name"), text(row, "full_name"), new ArrayList<>()));
                    LocalDate from = row.getObject("first_day", LocalDate.class);
                    if (from != null) {
                        person.absences()
                                .add(new AwayMonth.Away(
                                        from,
                                        Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                                        row.getString("deputy")));
                    }
                });
        return new AwayMonth(first, List.copyOf(rows.values()), firm.settings().workingDays());
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private YearMonth month(String written) {
        try {
            YearMonth month = YearMonth.parse(written);
            if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
                return month;
            }
        } catch (DateTimeException none) {
            // this month then
        }
        return YearMonth.from(LocalDate.now(clock));
    }
}
