package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.BatchDesk;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.rating.Assessment;
import mainstay.rating.Assessments;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The same customer stands in the ledger twice: once under its old code.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MergeBench merges;

    @Autowired
    Accounts accounts;

    @Autowired
    Assessments marks;

    @Autowired
    ImportDesk desk;

    @Autowired
    BatchDesk batches;

    @Autowired
    SearchUpkeep search;

    @TempDir
    static Path folder;

    private int files;

    @BeforeAll
    void two_accounts_of_one_customer() throws IOException {
        bring(Kind.ACCOUNTS, """
                code,name,region,manager,managerName,creditLimit,paymentTerm,openedOn,parent
                NEW,东莞机械,华南,,,,30,2024-05-01,
                OLD,东莞机械,,li,李经理,50000,60,2019-03-01,
                SHOP,厚街门店,,,,,,,OLD
                TOP,华机集团,,,,,,,
                MID,华机华南,,,,,,,TOP
                LOW,华机东莞,,,,,,,MID
                """);
        bring(Kind.SALES, """
                customer,document,date,product,quantity,amount,cost
                NEW,N1,2026-09-10,P1,1,1000,600
                OLD,O1,2026-09-11,P1,2,2500,1500
                """);
        bring(Kind.RECEIVABLES, "number,account,issued,due,amount\nR1,OLD,2025-01-11,,2500\n");
    }

    @BeforeEach
    void nothing_is_merged() {
        merges.undoAll();
    }

    @Test
    void the_preview_shows_both_side_by_side_and_what_moves() throws Exception {
        page("/accounts/NEW/merges", cast.controller())
                .andExpect(content().string(containsString("with=OLD")))
                .andExpect(content().string(not(containsString("with=NEW"))));

        page("/accounts/NEW/merges?with=OLD", cast.controller())
                .andExpect(content().string(containsString("Merge OLD into NEW")))
                .andExpect(content().string(containsString("Sales lines")))
                .andExpect(content().string(containsString("2,500")))
                .andExpect(content().string(containsString("50,000")))
                .andExpect(content().string(containsString("Accounts directly beneath it")));
    }

    @Test
    void merging_moves_everything_and_old_addresses_lead_to_the_survivor() throws Exception {
        long old = id("OLD");
        Acting.asOperator(() -> {
            marks.record(new Assessment(old, "philosophy", 4, "同心同德", LocalDate.of(2025, 1, 5), "王总"));
            return true;
        });

        post("/accounts/NEW/merges", "with", "OLD").andExpect(redirectedUrl("/accounts/NEW"));

        page("/accounts/NEW", cast.director())
                .andExpect(content().string(containsString("Merged into this account")))
                .andExpect(content().string(containsString("50,000")))
                .andExpect(content().string(containsString("李经理")))
                .andExpect(content().string(containsString("厚街门店")));
        assertThat(merges.lines("NEW")).isEqualTo(2);
        assertThat(Acting.asOperator(() -> marks.of(id("NEW")))).hasSize(1);
        page("/accounts", cast.director()).andExpect(content().string(not(containsString("href=\"/accounts/OLD\""))));
        web.perform(get("/accounts/OLD").with(cast.signedIn(cast.director())))
                .andExpect(status().isTemporaryRedirect())
                .andExpect(redirectedUrl("/accounts/NEW"));
        web.perform(get("/accounts/OLD/business").with(cast.signedIn(cast.director())))
                .andExpect(redirectedUrl("/accounts/NEW/business"));
        web.perform(get("/api/v1/accounts/OLD").header("Authorization", bearer()))
                .andExpect(redirectedUrl("/api/v1/accounts/NEW"));
        search.catchUpWholly();
        page("/accounts?q=OLD", cast.director()).andExpect(content().string(containsString("href=\"/accounts/NEW\"")));

        merges.undoAll();
        assertThat(Acting.asOperator(() -> marks.of(old))).hasSize(1);
        page("/accounts/OLD", cast.director()).andExpect(content().string(containsString("50,000")));
        page("/accounts/NEW", cast.director()).andExpect(content().string(not(containsString("50,000"))));
    }

    @Test
    void the_manager_of_the_merged_account_sees_the_survivor_and_after_undoing_does_not() throws Exception {
        web.perform(get("/accounts/NEW").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(status().isNotFound());
        long merge = merges.merge("NEW", "OLD").orElseThrow();
        page("/accounts/NEW", cast.keyAccountManager());
        web.perform(get("/accounts/OLD").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(redirectedUrl("/accounts/NEW"));

        merges.undo(merge);
        web.perform(get("/accounts/NEW").with(cast.signedIn(cast.keyAccountManager())))
                .andExpect(status().isNotFound());
        page("/accounts/OLD", cast.keyAccountManager());
    }

    @Test
    void chains_can_be_undone_in_any_order() {
        long first = merges.merge("NEW", "OLD").orElseThrow();
        long second = merges.merge("SHOP", "NEW").orElseThrow();
        assertThat(merges.merge("OLD", "TOP")).isEmpty();

        merges.undo(first);
        assertThat(lines("OLD")).isEqualTo(1);
        assertThat(lines("SHOP")).isEqualTo(1);
        merges.undo(second);
        assertThat(lines("NEW")).isEqualTo(1);
        assertThat(lines("SHOP")).isZero();
    }

    @Test
    void an_account_cannot_be_merged_with_itself_or_so_that_the_group_circles() throws Exception {
        post("/accounts/NEW/merges", "with", "NEW").andExpect(status().isUnprocessableContent());
        post("/accounts/LOW/merges", "with", "TOP")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("华机东莞 › 华机华南 › 华机集团")));
        assertThat(lines("TOP")).isZero();
        page("/accounts/TOP", cast.director());
    }

    @Test
    void a_parent_may_be_merged_into_its_own_child() {
        assertThat(merges.merge("MID", "TOP")).isPresent();
        assertThat(Acting.asOperator(() -> accounts.byCode("LOW").orElseThrow().groupCode()))
                .isEqualTo("MID");
        merges.undoAll();
        assertThat(Acting.asOperator(() -> accounts.byCode("LOW").orElseThrow().groupCode()))
                .isEqualTo("TOP");
    }

    @Test
    void an_account_stays_as_long_as_another_is_merged_into_it() throws Exception {
        long batch = bring(Kind.SALES, "customer,document,date,amount\nNEXT,X1,2025-02-01,40\n");
        assertThat(merges.merge("NEXT", "OLD")).isPresent();
        Acting.asOperator(() -> batches.withdraw(batch));
        page("/accounts/NEXT", cast.director());
        assertThat(lines("NEXT")).isEqualTo(1);

        merges.undoAll();
        web.perform(get("/accounts/NEXT").with(cast.signedIn(cast.director()))).andExpect(status().isNotFound());
        page("/accounts/OLD", cast.director());
    }

    @Test
    void programs_merge_and_undo() throws Exception {
        String body = web.perform(MockMvcRequestBuilders.post("/api/v1/accounts/NEW/merges")
                        .header("Authorization", bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"with\": \"OLD\"}"))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Location"))
                .andExpect(jsonPath("$.survivor").value("NEW"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = body.replaceAll(".*\"id\":(\\d+).*", "$1");
        web.perform(delete("/api/v1/accounts/TOP/merges/" + id).header("Authorization", bearer()))
                .andExpect(status().isNotFound());
        post("/accounts/TOP/merges/" + id + "/undo", "code", "TOP").andExpect(status().isNotFound());
        assertThat(merges.lines("NEW")).isEqualTo(2);
        web.perform(delete("/api/v1/accounts/NEW/merges/" + id).header("Authorization", bearer()))
                .andExpect(status().isNoContent());
        web.perform(delete("/api/v1/accounts/NEW/merges/" + id).header("Authorization", bearer()))
                .andExpect(status().isConflict());
    }

    @Test
    void while_an_import_is_published_a_merge_waits_and_then_says_so() throws Exception {
        try (Connection importing = DriverManager.getConnection(StoryDatabase.ownerUrl());
                Statement statement = importing.createStatement()) {
            importing.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('ledger.publish'))");
            post("/accounts/NEW/merges", "with", "OLD").andExpect(status().isServiceUnavailable());
            importing.rollback();
        }
        post("/accounts/NEW/merges", "with", "OLD").andExpect(redirectedUrl("/accounts/NEW"));
    }

    @Test
    void only_those_who_keep_the_accounts_may() throws Exception {
        web.perform(MockMvcRequestBuilders.post("/accounts/NEW/merges")
                        .param("with", "OLD")
                        .with(cast.signedIn(cast.agent())))
                .andExpect(status().isForbidden());
        page("/accounts/NEW", cast.agent()).andExpect(content().string(not(containsString("/merges"))));
    }

    private ResultActions post(String path, String field, String value) throws Exception {
        return web.perform(
                MockMvcRequestBuilders.post(path).param(field, value).with(cast.signedIn(cast.controller())));
    }

    private ResultActions page(String path, User reader) throws Exception {
        return web.perform(get(path).with(cast.signedIn(reader))).andExpect(status().isOk());
    }

    private String bearer() {
        return "Bearer " + cast.token(cast.controller());
    }

    private long id(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().id());
    }

    private long lines(String code) {
        try (Connection owner = DriverManager.getConnection(StoryDatabase.ownerUrl());
                var lines = owner.prepareStatement("select count(*) from ledger.sales_line l"
                        + " join accounts.account a on a.id = l.account_id where a.code = ?")) {
            lines.setString(1, code);
            try (var result = lines.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long bring(Kind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + "-" + files++ + ".csv"), text);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.problems()).isEmpty();
        return report.batch();
    }
}
