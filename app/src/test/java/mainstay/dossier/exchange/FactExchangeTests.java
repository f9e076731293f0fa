package mainstay.dossier.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainstay.dossier.Archive;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Facts that come from files and leave in them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactExchangeTests {

    private static final String HEAD = "account,field,value,observed on,source,confidence\n";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    FactDrafts drafts;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private final TransactionTemplate transactions;

    @Autowired
    FactExchangeTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    @BeforeAll
    void accounts() {
        archive.accounts("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9");
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions sent(User user, String name, byte[] bytes) throws Exception {
        return web.perform(multipart("/archive/imports")
                .file(new MockMultipartFile("file", name, "text/csv", bytes))
                .content(new byte[1])
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    private String look(User user, String rows) throws Exception {
        return Objects.requireNonNull(sent(user, "facts.csv", rows.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String page(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions write(User user, String draft, String choice) throws Exception {
        return web.perform(post(draft + "/writing")
                .param("choice", choice)
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(user)));
    }

    private long facts(String code) {
        return cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(
                        status -> database.sql("select count(*) from dossier.fact where account_id = :account")
                                .param("account", archive.card(code).id())
                                .query(Long.class)
                                .single())));
    }

    @Test
    void a_file_is_looked_at_first_and_written_then_and_changes_nothing_the_second_time() throws Exception {
        User director = cast.director();
        String rows = HEAD
                + "F1,Business policy,No discounts,2026-11-01,visit,confirmed\n"
                + "F1,foundedOn,1998-05-01,2026-11-01,register,\n"
                + "F1,员工人数,\"1,200\",2026-10-01,annual report,已核实\n"
                + "F1,员工人数,1100,2025-10-01,annual report,confirmed\n";
        rows = rows.replace("员工人数", "employees");
        String draft = look(director, rows);
        assertThat(facts("F1")).isZero();
        assertThat(page(director, draft)).contains("Write all 4").doesNotContain("bad row");
        write(director, draft, "all").andExpect(redirectedUrl("/archive"));

        assertThat(page(director, "/accounts/F1/archive"))
                .contains("No discounts", "1,200")
                .doesNotContain("1,100");
        assertThat(page(director, "/accounts/F1/archive/employees")).contains("1,100", "superseded");
        write(director, draft, "all").andExpect(status().isNotFound());
        String again = look(director, rows);
        assertThat(page(director, again)).contains("The archive knows all of this already");
        write(director, again, "good");
        assertThat(facts("F1")).isEqualTo(4);
    }

    @Test
    void bad_rows_say_what_is_wrong_and_come_back_corrected() throws Exception {
        User director = cast.director();
        String draft = look(
                director,
                HEAD
                        + "F2,policy,strict,2026-11-01,visit,confirmed\n"
                        + "NOBODY,policy,strict,2026-11-01,visit,confirmed\n"
                        + "F2,shoe size,44,2026-11-01,visit,confirmed\n"
                        + "F2,employees,many,2026-11-01,visit,confirmed\n"
                        + "F2,salesRecord,1,2026-11-01,visit,confirmed\n"
                        + "F2,policy,lax,2026-11-01,visit,confirmed\n"
                        + "F2,website,x,2027-01-01,visit,perhaps\n"
                        + "F2,location,=1+1,,,\n");
        assertThat(page(director, draft))
                .contains("7 bad rows", "There is no account NOBODY", "The archive has no field shoe size")
                .contains("The file says two things of this field for Nov 1, 2026", "Write the 1 good ones");
        write(director, draft, "all")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("7 rows are bad now")));
        assertThat(facts("F2")).isZero();

        String problems = page(director, draft + "/problems.csv");
        assertThat(problems)
                .contains("problem line,problem,account,field", "NOBODY")
                .doesNotContain(",=1+1");
        String corrected = problems.replace("\uFEFF", "").replace("NOBODY,policy", "F2,address");
        write(director, draft, "good").andExpect(redirectedUrl("/archive"));
        assertThat(facts("F2")).isEqualTo(1);
        assertThat(page(director, look(director, corrected))).contains("Write the 2 good ones");
    }

    @Test
    void nobody_writes_by_a_file_what_they_may_not_write_by_hand() throws Exception {
        User manager = cast.another("lan", "兰经理", Role.KAM);
        archive.grant("F3", manager, Level.BUSINESS);
        String draft = look(
                manager,
                HEAD
                        + "F3,policy,strict,2026-11-01,visit,confirmed\n"
                        + "F3,attitude,warm,2026-11-01,visit,confirmed\n"
                        + "F4,policy,strict,2026-11-01,visit,confirmed\n");
        assertThat(page(manager, draft)).contains("2 bad rows", "There is no account F4");
        web.perform(get(draft).with(cast.signedIn(cast.director()))).andExpect(status().isNotFound());
        write(manager, draft, "good").andExpect(redirectedUrl("/archive"));

        assertThat(facts("F3")).isEqualTo(1);
        assertThat(facts("F4")).isZero();
        sent(cast.viewer(), "facts.csv", HEAD.getBytes(StandardCharsets.UTF_8)).andExpect(status().isForbidden());
    }

    @Test
    void files_that_are_no_tables_of_facts_are_refused_in_a_sentence() throws Exception {
        User director = cast.director();
        for (String text : List.of("account,field\nF1,policy\n", HEAD, "", "\u0000\u0001binary")) {
            sent(director, "facts.csv", text.getBytes(StandardCharsets.UTF_8))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        }
        sent(director, "facts.exe", HEAD.getBytes(StandardCharsets.UTF_8)).andExpect(status().isUnprocessableContent());
        sent(director, "facts.xlsx", "PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1))
                .andExpect(status().isUnprocessableContent());
        String chinese = "客户,项目,内容,得知日期,来源,可信程度\nF5,经营政策,不打折,2026-11-01,拜访,已核实\n";
        sent(director, "资料 😀.csv", chinese.getBytes(Charset.forName("GB18030")))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void what_leaves_holds_what_its_reader_sees_and_who_took_it_and_can_come_back() throws Exception {
        archive.write("F6", "policy", "=cmd()", "2026-11-01");
        archive.write("F6", "attitude", "warm", "2026-11-01");
        User director = cast.another("mei", "梅总", Role.DIRECTOR);
        String all = page(director, "/archive/export?account=F6");
        assertThat(all).contains("'=cmd()", "warm", "# 梅总");
        assertThat(page(cast.controller(), "/archive/export?account=F6"))
                .contains("cmd")
                .doesNotContain("warm");
        assertThat(page(cast.viewer(), "/archive/export?account=F6")).doesNotContain("cmd");

        assertThat(looks(director)).containsExactly("export business facts.csv");
        assertThat(looks(cast.controller())).isEmpty();
        assertThat(page(cast.director(), "/archive/leaving/mei")).contains("/archive/export?account=F6");
        assertThat(page(director, look(director, all.replace("\uFEFF", ""))))
                .contains("The archive knows all of this already");
        byte[] workbook = web.perform(
                        get("/archive/export?account=F6&format=xlsx").with(cast.signedIn(director)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String draft = Objects.requireNonNull(
                sent(director, "facts.xlsx", workbook).andReturn().getResponse().getRedirectedUrl());
        assertThat(page(director, draft)).contains("The archive knows all of this already");
        web.perform(get("/archive/export?format=pdf").with(cast.signedIn(director)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void what_leaves_may_be_what_was_known_on_an_earlier_day() throws Exception {
        long first = archive.write("F9", "policy", "firm prices", "2026-05-01").id();
        archive.write("F9", "policy", "discounts", "2026-09-01", String.valueOf(first));
        archive.write("F9", "attitude", "cool", "2026-09-02");
        User director = cast.another("yan", "严总", Role.DIRECTOR);

        assertThat(page(director, "/archive/export?account=F9&asOf=2026-08-31"))
                .contains("firm prices")
                .doesNotContain("discounts", "cool");
        assertThat(page(director, "/archive/export?account=F9")).contains("discounts", "cool");
        web.perform(get("/archive/export?asOf=2027-01-01").with(cast.signedIn(director)))
                .andExpect(status().isUnprocessableContent());

        program(director, "?account=F9&asOf=2026-08-31")
                .andExpect(jsonPath("$.facts[*].value").value("firm prices"))
                .andExpect(jsonPath("$.next").doesNotExist());
        program(director, "?account=F9&size=1")
                .andExpect(jsonPath("$.facts.length()").value(1))
                .andExpect(jsonPath("$.next").exists());
        program(director, "?account=F9").andExpect(jsonPath("$.facts.length()").value(2));
        assertThat(looks(director)).filteredOn(look -> look.startsWith("api")).isNotEmpty();
        program(cast.viewer(), "?account=F9").andExpect(jsonPath("$.facts").isEmpty());
        program(director, "?asOf=tomorrow").andExpect(status().isUnprocessableContent());
        program(director, "?after=x").andExpect(status().isUnprocessableContent());
    }

    private ResultActions program(User user, String question) throws Exception {
        return web.perform(get("/api/v1/facts" + question).header("Authorization", "Bearer " + cast.token(user)));
    }

    private List<String> looks(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(transactions.execute(status -> database.sql("""
                        select concat_ws(' ', what, array_to_string(parts, '+'), detail) from dossier.look
                        where user_id = :user order by id
                        """)
                        .param("user", user.id())
                        .query(String.class)
                        .list())));
    }

    @Test
    void what_is_personal_never_leaves() throws Exception {
        archive.write("F7", "policy", "his own affairs", "2026-11-01");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update dossier.fact set sensitivity = 4 where word = 'his own affairs'");
        User member = cast.another("nan", "南经理", Role.KAM);
        archive.grant("F7", member, Level.PERSONAL);

        assertThat(page(member, "/accounts/F7/archive")).contains("his own affairs");
        assertThat(page(member, "/archive/export")).doesNotContain("his own affairs");
    }

    @Test
    void a_file_that_nobody_decided_on_is_gone_after_a_day() throws Exception {
        User director = cast.another("tang", "唐总", Role.DIRECTOR);
        look(director, HEAD + "F8,location,harbour,2026-11-01,visit,confirmed\n");
        clock.advance(Duration.ofHours(23));
        Acting.asOperator(drafts::forgetOld);
        assertThat(kept(director)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        Acting.asOperator(drafts::forgetOld);

        assertThat(kept(director)).isZero();
    }

    private long kept(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(
                        transactions.execute(status -> database.sql("select count(*) from dossier.fact_draft")
                                .query(Long.class)
                                .single())));
    }

    @Test
    void programs_look_and_write_in_one_go() throws Exception {
        String token = "Bearer " + cast.token(cast.director());
        String rows = HEAD + "F8,policy,strict,2026-11-01,visit,confirmed\nF8,policy,,2026-11-01,visit,confirmed\n";
        for (String choice : List.of("look", "good", "good")) {
            web.perform(multipart("/api/v1/facts/imports")
                            .file(new MockMultipartFile(
                                    "file", "f.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
                            .param("choice", choice)
                            .content(new byte[1])
                            .header("Authorization", token))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.bad").value(1))
                    .andExpect(jsonPath("$.problems[0].line").value(3));
        }
        assertThat(facts("F8")).isEqualTo(1);
        web.perform(multipart("/api/v1/facts/imports")
                        .file(new MockMultipartFile("file", "f.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
                        .param("choice", "all")
                        .content(new byte[1])
                        .header("Authorization", token))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("Exception"))));
    }
}
