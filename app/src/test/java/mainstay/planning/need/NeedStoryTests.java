package mainstay.planning.need;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.planning.Written;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What accounts want stands beside what was really delivered.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeedStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    ImportDesk imports;

    @Autowired
    NeedDesk desk;

    private User manager;

    @BeforeAll
    void ledger() {
        archive.accounts("N1", "N2");
        manager = cast.another("ning", "宁经理", Role.KAM);
        archive.grant("N1", manager, Level.FULL);
        TermsTestbed.bring(imports, Kind.ORDERS, """
                number,account,date,product,quantity
                O1,N1,2026-08-01,TEA,100
                O2,N1,2026-09-01,TEA,100
                O3,N1,2026-10-01,TEA,100
                """);
        TermsTestbed.bring(imports, Kind.DELIVERIES, """
                number,account,product,requested,promised,delivered,quantityOrdered,quantityDelivered,unit
                O1,N1,TEA,2026-08-10,2026-08-11,2026-08-11,100,100,box
                O2,N1,TEA,2026-09-11,,2026-09-10,100,100,box
                O3,N1,TEA,2026-10-11,,2026-10-11,100,80,box
                """);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private ResultActions call(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).header("Authorization", "Bearer " + cast.token(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder need(String title, String kind) {
        return need("/accounts/N1/needs", title, kind);
    }

    private static MockHttpServletRequestBuilder need(String address, String title, String kind) {
        return post(address)
                .param("title", title)
                .param("kind", kind)
                .param("priority", "1")
                .param("source", "said at the visit")
                .param("voicedOn", "2026-11-01")
                .param("state", "open")
                .param("submission", UUID.randomUUID().toString());
    }

    private long latest() {
        return people.count(cast.director(), "select max(id) from planning.need");
    }

    @Test
    void supplies_stand_beside_what_was_delivered() throws Exception {
        MockHttpServletRequestBuilder once = need("Tea in ten days", "supply")
                .param("product", "TEA")
                .param("leadDays", "10")
                .param("batch", "120")
                .param("canLeadDays", "9");
        send(manager, once).andExpect(redirectedUrl("/accounts/N1/needs"));
        send(manager, once).andExpect(redirectedUrl("/accounts/N1/needs"));

        Supply supply =
                requireNonNull(Acting.asOperator(() -> desk.at(latest())).supply());
        assertThat(supply.judged()).isEqualTo(3);
        assertThat(supply.otif()).isCloseTo(0.667, within(5e-4));
        assertThat(supply.leadUsual()).isEqualTo(10);
        assertThat(supply.leadSlow()).isEqualTo(10);
        assertThat(supply.batchUsual()).isEqualTo(1_000_000);
        assertThat(supply.batchSmall()).isEqualTo(800_000);
        assertThat(supply.cycleUsual()).isEqualTo(30);
        assertThat(supply.price()).isNull();
        assertThat(page(manager, "/accounts/N1/needs"))
                .containsOnlyOnce("Tea in ten days</bdi></a></h2>")
                .containsPattern("67.%")
                .contains("half in 10 days or less", "nine of ten in 10", "Must be");
    }

    @Test
    void without_deliveries_nothing_is_known_and_nothing_is_nought() {
        long id = Acting.asOperator(() -> desk.add(
                        archive.card("N2").id(),
                        Written.fresh(Map.of(
                                "kind",
                                "supply",
                                "title",
                                "Weekly",
                                "priority",
                                "2",
                                "source",
                                "letter",
                                "voicedOn",
                                "2026-11-01",
                                "cycleDays",
                                "7",
                                "state",
                                "open")))
                .orElseThrow());

        Supply supply = requireNonNull(Acting.asOperator(() -> desk.at(id)).supply());
        assertThat(supply.otif()).isNull();
        assertThat(supply.leadUsual()).isNull();
        assertThat(supply.cycleUsual()).isNull();
        assertThat(supply.isKnown()).isFalse();
    }

    @Test
    void what_cannot_be_taken_is_said_at_the_field_and_nothing_is_lost() throws Exception {
        String again = send(
                        manager,
                        need("x".repeat(201), "supply")
                                .param("leadDays", "soon")
                                .param("person", "4711")
                                .param("detail", "<b>kept"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(again)
                .contains(
                        "Write up to 200 characters",
                        "Write a whole number from 0 to 3,650",
                        "Choose somebody who works at this account",
                        "&lt;b&gt;kept");
        send(manager, need("Nothing asked", "supply")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_second_writer_is_told_of_the_first() throws Exception {
        send(manager, need("A quiet warehouse", "wish")).andExpect(status().is3xxRedirection());
        long id = latest();
        String address = "/accounts/N1/needs/" + id;
        send(
                        cast.director(),
                        need(address, "A quiet warehouse at night", "wish").param("version", "1"))
                .andExpect(status().is3xxRedirection());

        String told = send(manager, need(address, "A silent warehouse", "wish").param("version", "1"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told)
                .contains(
                        cast.director().fullName() + " changed this",
                        "Stands now: A quiet warehouse at night",
                        "value=\"A silent warehouse\"")
                .contains("name=\"version\" value=\"2\"");
        send(manager, need(address, "A silent warehouse", "wish").param("version", "2"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void who_cares_works_at_the_account() throws Exception {
        long person = people.add("N1", "倪采购");
        send(manager, need("Samples first", "wish").param("person", String.valueOf(person)))
                .andExpect(status().is3xxRedirection());

        assertThat(page(manager, "/accounts/N1/needs")).contains("倪采购");
    }

    @Test
    void programs_write_needs_and_are_told_what_is_wrong() throws Exception {
        String body = """
                {"kind": "supply", "title": "By rail", "priority": 2, "source": "tender", "voicedOn": "2026-10-01",
                 "wanted": {"leadDays": 12, "price": 3.5}}
                """;
        call(
                        manager,
                        post("/api/v1/accounts/N1/needs")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.wanted.leadDays").value(12))
                .andExpect(jsonPath("$.state").value("open"));
        call(
                        manager,
                        post("/api/v1/accounts/N1/needs")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"kind\": \"wish\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("title: Write something here.")));
        call(cast.viewer(), get("/api/v1/accounts/N1/needs")).andExpect(status().isForbidden());
    }

    @Test
    void nobody_reads_or_writes_needs_of_accounts_that_are_not_theirs() {
        long other = archive.card("N2").id();
        String insert = """
                insert into planning.need (account_id, kind, title, priority, source, voiced_on, submission, changed_by, changed_at)
                values (%d, 'wish', 'x', 1, 'x', date '2026-01-01', gen_random_uuid(), 'x', now())""".formatted(other);
        assertThatThrownBy(() -> people.run(manager, insert)).hasStackTraceContaining("row-level security");
        people.run(cast.director(), insert);
        assertThat(people.count(manager, "select count(*) from planning.need where account_id = " + other))
                .isZero();
        assertThat(people.run(manager, "update planning.need set title = 'y' where account_id = " + other))
                .isZero();
        assertThat(people.count(cast.viewer(), "select count(*) from planning.need"))
                .isZero();
        assertThat(people.count(cast.controller(), "select count(*) from planning.need where account_id = " + other))
                .isPositive();
    }
}
