package mainstay.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import mainstay.planning.GoalMetric.Form;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Figures of what is written down of an account and what was delivered to it. Where nothing was ever written, a
/// figure is unknown and not nought.
@Configuration(proxyBeanMethods = false)
class KeptMetrics {

    private static final String CONTACT_PAGE = "contact-figures";

    /// What took place with people of the account in twelve months; `ever` of an account with whom anything did.
    private static final String CONTACTS = """
            with ever as (
                select distinct x.account_id from activity.pub_activity x
                where x.account_id = any(:accounts) and not x.internal and x.state = 'done'),
            contact as (
                select x.account_id, x.id, x.user_id, x.on_day from activity.pub_activity x
                where x.account_id = any(:accounts) and not x.internal and x.state = 'done'
                  and x.on_day > cast(:today as date) - interval '12 months' and x.on_day <= :today)
            """;

    private final JdbcClient database;
    private final Clock clock;

    KeptMetrics(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Bean
    GoalMetric deliveredOnTimeMetric() {
        return new Kept("delivered-on-time", Form.PERCENT, 8, true, "delivery-record", """
                select d.account_id,
                       count(*) filter (where d.delivered <= d.due
                                          and coalesce(d.quantity_delivered >= d.quantity_ordered, true))::double precision
                       / count(*) as figure
                from terms.pub_due_delivery d cross join ledger.pub_state s
                where d.account_id = any(:accounts) and d.due is not null
                  and coalesce(d.delivered, d.due) > s.data_to - interval '12 months'
                  and coalesce(d.delivered, d.due) <= s.data_to and cast(:today as date) is not null
                group by d.account_id
                """);
    }

    @Bean
    GoalMetric contactsMetric() {
        return new Kept("contacts", Form.NUMBER, 9, true, CONTACT_PAGE, CONTACTS + """
                select e.account_id, count(distinct c.id)::double precision as figure
                from ever e left join contact c on c.account_id = e.account_id group by e.account_id
                """);
    }

    @Bean
    GoalMetric peopleMetMetric() {
        return new Kept("people-met", Form.NUMBER, 10, true, CONTACT_PAGE, CONTACTS + """
                select e.account_id, count(distinct t.person_id)::double precision as figure
                from ever e
                left join contact c on c.account_id = e.account_id
                left join activity.pub_attendee t on t.activity_id = c.id
                group by e.account_id
                """);
    }

    /// Functions that people have there, also if they had them only then.
    @Bean
    GoalMetric functionsMetMetric() {
        return new Kept("functions-met", Form.NUMBER, 11, true, CONTACT_PAGE, CONTACTS + """
                select e.account_id, count(distinct p.function)::double precision as figure
                from ever e
                left join contact c on c.account_id = e.account_id
                left join activity.pub_attendee t on t.activity_id = c.id
                left join accounts.pub_position p on p.person_id = t.person_id and p.account_id = e.account_id
                      and coalesce(p.from_on <= c.on_day, true) and coalesce(p.until_on >= c.on_day, true)
                group by e.account_id
                """);
    }

    @Bean
    GoalMetric ownPeopleMetric() {
        return new Kept("own-people", Form.NUMBER, 12, true, CONTACT_PAGE, CONTACTS + """
                select e.account_id, count(distinct c.user_id)::double precision as figure
                from ever e left join contact c on c.account_id = e.account_id group by e.account_id
                """);
    }

    /// Also of contacts that are longer ago than a year.
    @Bean
    GoalMetric sinceContactMetric() {
        return new Kept("days-since-contact", Form.DAYS, 13, false, CONTACT_PAGE, """
                select x.account_id, (cast(:today as date) - max(x.on_day))::double precision as figure
                from activity.pub_activity x
                where x.account_id = any(:accounts) and not x.internal and x.state = 'done' and x.on_day <= :today
                group by x.account_id
                """);
    }

    /// Of the fields that everybody reads who sees the business of an account: a goal must not depend on its reader.
    @Bean
    GoalMetric archiveMetric() {
        return new Kept("archive-complete", Form.PERCENT, 14, true, "archive-completeness", """
                select a.id as account_id, coalesce(sum(d.weight) filter (where f.field is not null), 0)::double precision
                                           / sum(d.weight) as figure
                from accounts.pub_card a
                left join rating.pub_stars r on r.account_id = a.id
                join dossier.pub_field d on d.sensitivity <= 2 and d.weight > 0
                                        and (d.categories is null or a.category = any (d.categories))
                                        and (d.least_stars is null or r.solid_stars >= d.least_stars)
                left join dossier.pub_fact f on f.account_id = a.id and f.field = d.code and f.account_id = any(:accounts)
                where a.id = any(:accounts) and cast(:today as date) is not null
                group by a.id
                """);
    }

    private final class Kept implements GoalMetric {

        private final String code;
        private final Form form;
        private final int order;
        private final boolean grows;
        private final String definition;
        private final String sql;

        Kept(String code, Form form, int order, boolean grows, String definition, String sql) {
            this.code = code;
            this.form = form;
            this.order = order;
            this.grows = grows;
            this.definition = definition;
            this.sql = sql;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean grows() {
            return grows;
        }

        @Override
        public String definition() {
            return definition;
        }

        @Override
        public Map<Long, Double> now(Collection<Long> accounts) {
            Map<Long, Double> figures = new HashMap<>();
            database.sql(sql)
                    .param("accounts", accounts.toArray(Long[]::new))
                    .param("today", LocalDate.now(clock))
                    .query((row, number) -> figures.put(row.getLong("account_id"), row.getDouble("figure")))
                    .list();
            return figures;
        }
    }
}
