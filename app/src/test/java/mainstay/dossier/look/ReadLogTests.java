package mainstay.dossier.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.MergeBench;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.Loan;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who was shown what is confidential can be asked later.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadLogTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @Autowired
    MergeBench merges;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private final TransactionTemplate transactions;
    private User custodian;

    @Autowired
    ReadLogTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @BeforeAll
    void facts() {
        clock.setTo(StandingClock.START.minus(Duration.ofHours(1)));
        archive.accounts("K1", "K2");
        archive.write("K1", "attitude", "warm", "2020-01-01");
        archive.write("K1", "policy", "strict", "2020-01-01");
        archive.write("K2", "policy", "strict", "2020-01-01");
        custodian = cast.another("bao", "包经理", Role.KAM);
        loans.name(archive.card("K1"), custodian, cast.another("dai", "戴经理", Role.KAM));
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions send(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private List<String> looks(User user) {
        return Acting.asOperator(() -> Objects.requireNonNull(transactions.execute(status ->
                database.sql("""
                        select what || ' ' || array_to_string(parts, '+') || ' ' || level || coalesce(' ' || detail, '')
                               || case when loan_id is null then '' else ' lent' end
                        from dossier.look where user_id = :user order by id
                        """).param("user", user.id()).query(String.class).list())));
    }

    @Test
    void every_door_to_what_is_confidential_is_logged() throws Exception {
        User reader = cast.another("du", "杜总", Role.DIRECTOR);
        send(reader, "/accounts/K1/archive").andExpect(content().string(containsString("warm")));
        send(reader, "/accounts/K1/archive?asOf=2026-11-16");
        send(reader, "/accounts/K1/archive/attitude");
        send(reader, "/archive").andExpect(content().string(containsString("warm")));
        send(reader, "/accounts/K1/timeline").andExpect(content().string(containsString("warm")));
        web.perform(get("/api/v1/accounts/K1/facts").header("Authorization", "Bearer " + cast.token(reader)));

        assertThat(looks(reader))
                .containsExactly(
                        "page business 3",
                        "page business 3",
                        "history business 3 attitude",
                        "board business 3",
                        "timeline business 3",
                        "api business 3");
    }

    @Test
    void what_is_not_confidential_or_not_shown_is_not() throws Exception {
        User director = cast.another("fei", "费总", Role.DIRECTOR);
        send(director, "/accounts/K2/archive");
        send(director, "/accounts/K1/archive/policy");
        send(director, "/accounts/K1/archive?asOf=2019-01-01");
        send(director, "/accounts/K1/overview");
        send(cast.controller(), "/accounts/K1/archive");
        send(cast.viewer(), "/accounts/K1/archive");

        assertThat(looks(director)).isEmpty();
        assertThat(looks(cast.controller())).isEmpty();
        assertThat(looks(cast.viewer())).isEmpty();
    }

    @Test
    void what_was_seen_by_a_loan_says_so() throws Exception {
        User borrower = cast.another("guo", "郭", Role.VIEWER);
        Loan loan = loans.ask(borrower, "K1", 3, "business");
        loans.decide(custodian, loan, "granted");
        send(borrower, "/accounts/K1/archive").andExpect(content().string(containsString("warm")));

        assertThat(looks(borrower)).containsExactly("page business 3 lent");
        send(custodian, "/archive/looks?account=K1")
                .andExpect(content().string(containsString("郭")))
                .andExpect(content().string(containsString("/archive/loans/" + loan.id())));
    }

    @Test
    void where_it_cannot_be_written_nothing_is_shown() throws Exception {
        User reader = cast.another("hu", "胡总", Role.DIRECTOR);
        TestServer.executeAt(StoryDatabase.ownerUrl(), "revoke insert on dossier.look from mainstay_app");
        try {
            send(reader, "/accounts/K1/archive")
                    .andExpect(status().is5xxServerError())
                    .andExpect(content().string(org.hamcrest.Matchers.not(containsString("warm"))));
        } catch (Exception unhandled) {
            assertThat(unhandled).hasStackTraceContaining("permission denied");
        } finally {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(),
                    "grant insert (user_id, actor, account_id, what, parts, level, loan_id, detail) on dossier.look to mainstay_app");
        }
        assertThat(looks(reader)).isEmpty();
    }

    @Test
    void rows_are_neither_changed_nor_removed_nor_written_for_others() {
        User director = cast.director();
        for (String forbidden : List.of(
                "update dossier.look set actor = 'x'",
                "delete from dossier.look",
                "insert into dossier.look (at, user_id, actor, account_id, what, parts, level) values (now(), 1, 'x', 1, 'page', '{}', 3)",
                "delete from dossier.seal",
                "insert into dossier.seal values (1, 1, '', '', now())",
                "insert into dossier.look (user_id, actor, account_id, what, parts, level) values (-1, 'x', 1, 'page', '{}', 3)")) {
            assertThatThrownBy(() -> cast.as(
                            director,
                            () -> transactions.execute(
                                    status -> database.sql(forbidden).update())))
                    .as(forbidden)
                    .hasStackTraceContaining("ERROR");
        }
    }

    @Test
    void reports_are_for_those_who_answer_and_for_oneself() throws Exception {
        archive.grant("K1", cast.controller(), Level.BUSINESS);
        send(cast.director(), "/accounts/K1/archive");

        send(cast.controller(), "/archive/looks?account=K1").andExpect(status().isForbidden());
        send(cast.controller(), "/archive/looks?user=wang").andExpect(status().isForbidden());
        send(cast.controller(), "/archive/looks").andExpect(status().isOk());
        send(cast.administrator(), "/archive/looks?user=wang")
                .andExpect(content().string(containsString("王总")));
        send(cast.director(), "/archive/looks").andExpect(content().string(containsString("Archive")));
        send(cast.director(), "/archive/looks?account=K1&from=2026-02-30").andExpect(status().isUnprocessableContent());
        send(cast.keyAccountManager(), "/archive/looks?account=K1").andExpect(status().isNotFound());
    }

    @Test
    void the_file_holds_no_formula() throws Exception {
        User reader = cast.another("jia", "贾总", Role.DIRECTOR);
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into dossier.look (user_id, actor, account_id, what, parts, level, detail)
                values (%d, 'jia', %d, 'page', '{business}', 3, '=1+1')""".formatted(
                        reader.id(), archive.card("K1").id()));

        String csv = send(reader, "/archive/looks.csv")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(csv).contains("K1", "Business status").doesNotContain(",=1+1");
    }

    @Test
    void before_somebody_leaves_everything_is_handed_over_at_once() throws Exception {
        User leaver = cast.another("lu", "陆经理", Role.KAM);
        User heir = cast.another("mo", "莫经理", Role.KAM);
        archive.accounts("K3", "K4");
        archive.write("K3", "attitude", "open", "2026-11-01");
        loans.name(archive.card("K3"), leaver, custodian);
        loans.name(archive.card("K4"), custodian, leaver);
        Loan loan = loans.ask(leaver, "K1", 5, "business");
        loans.decide(custodian, loan, "granted");
        web.perform(get("/accounts/export").with(cast.signedIn(leaver)));
        send(cast.controller(), "/archive/leaving/lu").andExpect(status().isForbidden());
        send(cast.administrator(), "/archive/leaving/lu")
                .andExpect(content().string(containsString("Answers for 2 archives")))
                .andExpect(content().string(containsString("Has borrowed 1 archive")))
                .andExpect(content().string(containsString("1 export")));
        web.perform(post("/archive/leaving/lu")
                        .param("reason", "leaves")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose who takes over")));

        web.perform(post("/archive/leaving/lu")
                        .param("reason", "leaves")
                        .param("heir", "" + heir.id())
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(status().is3xxRedirection());

        send(cast.administrator(), "/archive/leaving/lu")
                .andExpect(content().string(containsString("Answers for no archive")));
        assertThat(loans.as(cast.director(), loan).state()).isEqualTo("recalled");
        send(leaver, "/accounts/K3/archive").andExpect(status().isNotFound());
        send(heir, "/accounts/K3/archive")
                .andExpect(content().string(containsString("莫经理 answers for this archive, 包经理 is deputy.")))
                .andExpect(content().string(containsString("open")));
        send(heir, "/accounts/K4/archive")
                .andExpect(content().string(containsString("包经理 answers for this archive, 莫经理 is deputy.")));
    }

    @Test
    void a_report_follows_the_account_that_stands_for_another() throws Exception {
        archive.accounts("K5", "K6");
        archive.write("K6", "attitude", "cool", "2026-11-01");
        User reader = cast.another("ni", "倪总", Role.DIRECTOR);
        send(reader, "/accounts/K6/archive");
        long merge = merges.merge("K5", "K6").orElseThrow();

        for (String code : List.of("K5", "K6")) {
            send(cast.director(), "/archive/looks?account=" + code + "&user=ni")
                    .andExpect(content().string(containsString("<bdi>K5</bdi>")));
        }
        merges.undo(merge);
        send(cast.director(), "/archive/looks?account=K5&user=ni")
                .andExpect(content().string(containsString("Nothing was looked at")));
    }

    @Test
    void finding_what_is_confidential_is_a_look() throws Exception {
        User reader = cast.another("huan", "桓总", Role.DIRECTOR);
        send(reader, "/search/results?q=strict");
        assertThat(looks(reader)).isEmpty();
        send(reader, "/search/results?q=warm").andExpect(content().string(containsString("/archive/attitude")));
        assertThat(looks(reader)).containsExactly("search business 3 attitude");
    }
}
