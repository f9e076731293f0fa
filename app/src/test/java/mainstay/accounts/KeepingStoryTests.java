package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.BatchDesk;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Names, codes and closings that people put in order, and files that come afterwards.
@Story
class KeepingStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @Autowired
    BatchDesk batches;

    @Autowired
    StandingClock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    SearchUpkeep search;

    @Autowired
    MergeBench bench;

    @TempDir
    Path folder;

    private int files;

    @Test
    void a_name_given_by_hand_stands_against_files_and_the_list_finds_the_former_one() throws Exception {
        bring(Kind.ACCOUNTS, "code,name\nN1,Old Mill\n");
        send("/accounts/N1/name", "name", " New Mill ").andExpect(redirectedUrl("/accounts/N1/keeping"));
        bring(Kind.ACCOUNTS, "code,name\nN1,Older Mill\n");
        assertThat(name("N1")).isEqualTo("New Mill");
        search.catchUpWholly();
        web.perform(get("/accounts").param("q", "old mill").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("New Mill")));
        page("/accounts/N1", cast.director()).andExpect(content().string(containsString("Old Mill")));

        send("/accounts/N1/name/files").andExpect(redirectedUrl("/accounts/N1/keeping"));
        assertThat(name("N1")).isEqualTo("Older Mill");
        send("/accounts/N1/name", "name", " ").andExpect(status().isUnprocessableContent());
        send("/accounts/N1/name", "name", "x".repeat(201)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_code_given_by_hand_takes_the_next_file_to_the_account() throws Exception {
        bring(Kind.SALES, "customer,document,date,amount\nC1,E1,2026-09-01,10\nC2,E2,2026-09-01,20\n");
        String source = source();
        send("/accounts/C1/aliases", "source", source, "alias", "C-OLD")
                .andExpect(redirectedUrl("/accounts/C1/keeping"));
        bring(Kind.SALES, "customer,document,date,amount\nC-OLD,E3,2026-09-02,5\n");
        bring(Kind.RECEIVABLES, "number,account,issued,due,amount\nR9,C-OLD,2025-01-02,2025-02-02,5\n");
        assertThat(Acting.asOperator(() -> accounts.byCode("C-OLD"))).isEmpty();
        assertThat(bench.lines("C1")).isEqualTo(2);
        web.perform(get("/accounts/C-OLD").with(cast.signedIn(cast.director())))
                .andExpect(redirectedUrl("/accounts/C1"));

        send("/accounts/C2/aliases", "source", source, "alias", "C-OLD")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("merge them")));
        send("/accounts/C2/aliases", "source", source, "alias", "C1").andExpect(status().isUnprocessableContent());
        send("/accounts/C2/aliases", "source", "nowhere", "alias", "Q").andExpect(status().isUnprocessableContent());
        send("/accounts/C1/aliases/end", "source", source, "alias", "C1").andExpect(status().isUnprocessableContent());
        send("/accounts/C1/aliases/end", "source", source, "alias", "C-OLD")
                .andExpect(redirectedUrl("/accounts/C1/keeping"));
        bring(Kind.SALES, "customer,document,date,amount\nC-OLD,E4,2026-09-03,7\n");
        assertThat(Acting.asOperator(() -> accounts.byCode("C-OLD"))).isPresent();
    }

    @Test
    void a_code_given_away_and_taken_back_brings_its_own_account_again() throws Exception {
        bring(Kind.SALES, "customer,document,date,amount\nC1,V0,2026-09-01,10\n");
        String again = "customer,document,date,amount\nGONE,V1,2026-09-01,10\n";
        long batch = bring(Kind.SALES, again).batch();
        Acting.asOperator(() -> batches.withdraw(batch));
        String source = source();
        send("/accounts/C1/aliases", "source", source, "alias", "GONE")
                .andExpect(redirectedUrl("/accounts/C1/keeping"));
        bring(Kind.SALES, "customer,document,date,amount\nGONE,V2,2026-09-02,10\n");
        assertThat(Acting.asOperator(() -> accounts.byCode("GONE"))).isEmpty();

        send("/accounts/C1/aliases/end", "source", source, "alias", "GONE")
                .andExpect(redirectedUrl("/accounts/C1/keeping"));
        send("/accounts/C1/aliases/end", "source", source, "alias", "GONE")
                .andExpect(status().isUnprocessableContent());
        bring(Kind.SALES, "customer,document,date,amount\nGONE,V3,2026-09-03,10\n");
        assertThat(bench.lines("GONE")).isEqualTo(1);
        assertThat(Acting.asOperator(() -> accounts.byCode("GONE@" + source))).isEmpty();
    }

    @Test
    void a_closing_left_to_the_files_follows_the_newest_of_them() throws Exception {
        bring(Kind.ACCOUNTS, "code,name,closedOn\nX1,Xenia,2026-03-31\n");
        send("/accounts/X1/closings/files").andExpect(status().isUnprocessableContent());
        send("/accounts/X1/closings/reopening", "reason", "Orders again")
                .andExpect(redirectedUrl("/accounts/X1/keeping"));
        bring(Kind.ACCOUNTS, "code,name,closedOn\nX1,Xenia,2026-04-30\n");
        assertThat(closedOn("X1")).isNull();
        page("/accounts/X1/keeping", cast.controller()).andExpect(content().string(containsString("/closings/files")));

        send("/accounts/X1/closings/files").andExpect(redirectedUrl("/accounts/X1/keeping"));
        assertThat(closedOn("X1")).isEqualTo("2026-04-30");
        page("/accounts/X1/keeping", cast.controller())
                .andExpect(content().string(containsString("Left to files again")))
                .andExpect(content().string(not(containsString("/closings/files"))));
        page("/accounts/X1/timeline", cast.director())
                .andExpect(content().string(containsString("Account files decide again when the account closes")));
    }

    @Test
    void a_closed_account_leaves_the_list_takes_files_and_shows_in_today() throws Exception {
        bring(Kind.SALES, "customer,customerName,document,date,amount\nZ1,Zenith,F1,2025-01-01,10\n");
        send("/accounts/Z1/closings", "on", "2025-06-30", "reason", "Moved abroad")
                .andExpect(redirectedUrl("/accounts/Z1/keeping"));
        search.catchUpWholly();
        page("/accounts?q=Zenith", cast.director()).andExpect(content().string(not(containsString("/accounts/Z1\""))));
        page("/accounts?q=Zenith&status=closed", cast.director())
                .andExpect(content().string(containsString("/accounts/Z1\"")));
        page("/accounts/Z1/timeline", cast.director()).andExpect(content().string(containsString("Moved abroad")));

        bring(Kind.SALES, "customer,customerName,document,date,amount\nZ1,Zenith,F2,2025-09-01,33\n");
        page("/today", cast.controller())
                .andExpect(content().string(containsString("Zenith is closed and still buys")));
        page("/today", cast.viewer()).andExpect(content().string(not(containsString("still buys"))));

        send("/accounts/Z1/closings/reopening", "reason", "Came back").andExpect(redirectedUrl("/accounts/Z1/keeping"));
        page("/accounts?q=Zenith", cast.director()).andExpect(content().string(containsString("/accounts/Z1\"")));
        send("/accounts/Z1/closings/reopening", "reason", "again").andExpect(status().isUnprocessableContent());
        send("/accounts/Z1/closings", "on", "2025-06-30", "reason", " ").andExpect(status().isUnprocessableContent());
    }

    @Test
    void closing_before_the_last_sales_or_with_open_invoices_asks_once_more() throws Exception {
        bring(Kind.SALES, "customer,customerName,document,date,amount\nQ1,Quarry,QF1,2025-08-01,10\n");
        bring(Kind.RECEIVABLES, "number,account,issued,due,amount\nQF1,Q1,2025-08-01,2025-08-31,10\n");
        send("/accounts/Q1/closings", "on", "2025-06-30", "reason", "Moved abroad")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("there are sales of 10")))
                .andExpect(content().string(containsString("One invoice of 10 is not paid.")))
                .andExpect(content().string(containsString("value=\"Moved abroad\"")))
                .andExpect(content().string(containsString("value=\"2025-06-30\"")));
        assertThat(closedOn("Q1")).isNull();
        send("/accounts/Q1/closings", "on", "2025-06-30", "reason", "Moved abroad", "sure", "true")
                .andExpect(redirectedUrl("/accounts/Q1/keeping"));
        assertThat(closedOn("Q1")).isEqualTo("2025-06-30");
    }

    @Test
    void only_those_who_keep_the_accounts_may() throws Exception {
        bring(Kind.ACCOUNTS, "code,name\nN9,Nobody\n");
        web.perform(get("/accounts/N9/keeping").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isForbidden());
        web.perform(post("/accounts/N9/name").param("name", "X").with(cast.signedIn(cast.agent())))
                .andExpect(status().isForbidden());
    }

    private String source() throws Exception {
        String html = page("/accounts/C1/keeping", cast.controller())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return html.replaceAll("(?s).*<option value=\"([^\"]*)\".*", "$1");
    }

    private @Nullable LocalDate closedOn(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().closedOn());
    }

    private String name(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow().name());
    }

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(path).with(cast.signedIn(cast.controller()));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }

    private ResultActions page(String path, User reader) throws Exception {
        return web.perform(get(path).with(cast.signedIn(reader))).andExpect(status().isOk());
    }

    private ImportReport bring(Kind kind, String text) throws IOException {
        clock.advance(Duration.ofMinutes(1));
        Path file = Files.writeString(folder.resolve(kind + "-" + files++ + ".csv"), text);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.problems()).isEmpty();
        return report;
    }
}
