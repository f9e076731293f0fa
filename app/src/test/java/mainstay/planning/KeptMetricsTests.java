package mainstay.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.portfolio.Standings;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Figures of contact, archive, deliveries and products that goals can be set on.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptMetricsTests {

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    MockMvc web;

    @Autowired
    ImportDesk imports;

    @Autowired
    Standings standings;

    @Autowired
    Metrics metrics;

    private User manager;
    private User engineer;

    @BeforeAll
    void accounts() {
        archive.accounts("MA", "MB", "ML");
        manager = cast.another("metrics", "指标经理", Role.KAM);
        engineer = cast.another("metricse", "工程师", Role.KAM);
        archive.grant("MA", manager, Level.FULL);
        archive.grant("MB", manager, Level.FULL);
        archive.grant("ML", manager, Level.FULL);
        archive.grant("MA", engineer, Level.BUSINESS);
    }

    private @Nullable Double now(User reader, String metric, String code) {
        return cast.as(
                reader,
                () -> metrics.now(
                        metrics.byCode(metric).orElseThrow(), archive.card(code).id()));
    }

    private void activity(String kind, String day, List<String> colleagues, List<String> with) throws Exception {
        web.perform(post("/activities")
                        .param("account", "MA")
                        .param("kind", kind)
                        .param("day", day)
                        .param("minutes", "30")
                        .param("notes", "said something")
                        .param("colleagues", colleagues.toArray(String[]::new))
                        .param("people", with.toArray(String[]::new))
                        .param("submission", UUID.randomUUID().toString())
                        .with(cast.signedIn(manager)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void contact_is_counted_and_unknown_where_nobody_wrote_any() throws Exception {
        String buyer = String.valueOf(people.add("MA", "采购员"));
        String maker = String.valueOf(
                people.add("MA", PersonBench.form("工程师傅", ""), PersonBench.position("technical", "2020-01-01", "")));
        activity("visit", "2025-11-16", List.of(manager.name()), List.of(buyer));
        activity("visit", "2026-10-10", List.of(manager.name(), engineer.name()), List.of(buyer, maker));
        activity("call", "2026-11-02", List.of(manager.name()), List.of(buyer));
        activity("coordination", "2026-11-05", List.of(manager.name(), engineer.name()), List.of(maker));

        assertThat(now(manager, "contacts", "MA")).isEqualTo(2);
        assertThat(now(manager, "people-met", "MA")).isEqualTo(2);
        assertThat(now(manager, "functions-met", "MA")).isEqualTo(2);
        assertThat(now(manager, "own-people", "MA")).isEqualTo(2);
        assertThat(now(manager, "days-since-contact", "MA")).isEqualTo(14);
        for (String metric : List.of("contacts", "people-met", "functions-met", "own-people", "days-since-contact")) {
            assertThat(now(manager, metric, "MB")).as(metric).isNull();
        }
    }

    /// Fields that only some readers see do not count, so that a goal stands at one place for all.
    @Test
    void the_archive_is_as_full_for_everybody() {
        double before = present(now(manager, "archive-complete", "MA"));
        archive.write("MA", "address", "1 Quay Street", "2026-11-01");
        double after = present(now(manager, "archive-complete", "MA"));
        assertThat(after).isGreaterThan(before).isLessThan(1);
        archive.write("MA", "competitorRelations", "Two others", "2026-11-01");
        assertThat(now(manager, "archive-complete", "MA")).isEqualTo(after);
        assertThat(now(engineer, "archive-complete", "MA")).isEqualTo(after);
    }

    private static double present(@Nullable Double figure) {
        assertThat(figure).isNotNull();
        return figure == null ? Double.NaN : figure;
    }

    @Test
    void products_and_deliveries_are_read_from_the_ledger() {
        TermsTestbed.bring(imports, Kind.SALES, """
                customer,document,line,date,amount,product
                MB,P-1,1,2026-11-01,10,TEA
                MB,P-1,2,2026-11-01,10,TEA
                MB,P-1,3,2026-11-01,10,COFFEE
                """);
        TermsTestbed.bring(imports, Kind.DELIVERIES, """
                number,account,product,requested,promised,delivered,quantityOrdered,quantityDelivered,unit
                O1,MB,TEA,2026-08-10,2026-08-11,2026-08-11,100,100,box
                O2,MB,TEA,2026-09-11,,2026-09-12,100,100,box
                O3,MB,TEA,2026-10-11,,2026-10-11,100,80,box
                O4,MB,TEA,2026-10-11,,2026-10-10,,,box
                """);
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));

        assertThat(now(manager, "products", "MB")).isEqualTo(2);
        assertThat(now(manager, "products", "MA")).isNull();
        assertThat(now(manager, "delivered-on-time", "MB")).isEqualTo(0.5);
        assertThat(now(manager, "delivered-on-time", "MA")).isNull();
    }

    /// Where an order names no day, the lead time of the account's terms promises one.
    @Test
    void a_delivery_without_a_day_of_its_own_is_due_by_the_lead_time_promised() {
        TermsTestbed.bring(imports, Kind.ORDERS, """
                number,account,date,product,quantity
                L1,ML,2026-08-03,TEA,100
                L2,ML,2026-09-07,TEA,100
                """);
        TermsTestbed.bring(imports, Kind.DELIVERIES, """
                number,account,product,requested,promised,delivered,quantityOrdered,quantityDelivered,unit
                L1,ML,TEA,,,2026-08-13,100,100,box
                L2,ML,TEA,,,2026-09-18,100,100,box
                L3,ML,TEA,,,2026-09-18,100,100,box
                """);
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
        assertThat(now(manager, "delivered-on-time", "ML")).isNull();

        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into terms.agreement (account_id, measure, figure, valid_from, reason, asked_by, asked_at, granted_at)
                select id, 'leadTime', 10, '2026-01-01', 'Ten days', 'test', now(), now() from accounts.account
                where code = 'ML'
                """);
        assertThat(now(manager, "delivered-on-time", "ML")).isEqualTo(0.5);
    }
}
