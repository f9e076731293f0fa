package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import mainstay.activity.Timeline;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// An account comes with the sales ledger, the CRM's files change it, and one of them is taken back.
@Story
class AccountTimelineTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @Autowired
    BatchDesk batches;

    @Autowired
    Timeline timeline;

    @Autowired
    Accounts accounts;

    @Autowired
    StandingClock clock;

    @TempDir
    Path folder;

    @Test
    void the_timeline_of_an_imported_account_tells_what_files_did_to_it() throws Exception {
        bring(Kind.SALES, "sales.csv", "customer,customer name,document,date,amount\nT1,Tidewater,1,2026-10-01,9\n");
        bring(Kind.ACCOUNTS, "crm-1.csv", """
                code,name,parent,manager,manager name,credit limit,payment term
                T1,Tidewater Ltd,,E1,Kayla,5000,30
                T0,Tide Holding,,E1,Kayla,,
                """);
        long last = bring(Kind.ACCOUNTS, "crm-2.csv", """
                code,name,parent,manager,manager name,credit limit,payment term
                T1,Tidewater Ltd,T0,E2,Hudson,8000,30
                """);

        page(cast.director())
                .andExpect(content().string(containsString("Opened by the import of sales.csv.")))
                .andExpect(content().string(containsString("Renamed from Tidewater to Tidewater Ltd.")))
                .andExpect(content().string(containsString("Manager changed from none to Kayla")))
                .andExpect(content().string(containsString("Manager changed from Kayla to Hudson")))
                .andExpect(content().string(containsString("Credit limit changed from 5,000 CNY to 8,000 CNY")))
                .andExpect(content().string(containsString("Payment term in days changed from none to 30")))
                .andExpect(content().string(containsString("Parent in the group changed from none to Tide Holding")))
                .andExpect(content().string(containsString("local operator")));

        Acting.asOperator(() -> batches.withdraw(last));
        page(cast.director())
                .andExpect(content().string(containsString("The import of crm-2.csv was withdrawn")))
                .andExpect(content().string(not(containsString("Hudson"))));
    }

    @Test
    void days_are_written_out_and_the_operator_is_called_in_the_readers_language() throws Exception {
        bring(Kind.SALES, "days.csv", "customer,customer name,document,date,amount\nT9,Daylight,8,2026-10-03,9\n");
        long account =
                Acting.asOperator(() -> accounts.byCode("T9")).orElseThrow().id();
        Acting.asOperator(() -> {
            timeline.note(account, "accountPlaced", Map.of("day", "", "parent", "Old House"));
            timeline.note(account, "accountPlaced", Map.of("day", "2026-10-03", "parent", "New House"));
            return null;
        });

        web.perform(get("/accounts/T9/timeline").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("Put under Old House in the group, as it has always been.")))
                .andExpect(content().string(not(containsString("from 2026-10-03"))));
        web.perform(get("/accounts/T9/timeline")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("本机操作员")))
                .andExpect(content().string(not(containsString("自无起"))));
    }

    @Test
    void an_entry_of_a_kind_that_another_module_brings_is_shown_as_its_texts_say() throws Exception {
        bring(Kind.SALES, "more.csv", "customer,customer name,document,date,amount\nT1,Tidewater,7,2026-10-02,9\n");
        long account =
                Acting.asOperator(() -> accounts.byCode("T1")).orElseThrow().id();
        Acting.asOperator(() -> {
            timeline.note(account, "accountOpened", Map.of("code", "T1"));
            timeline.note(account, "somethingNew", Map.of("a", "b"));
            return null;
        });

        page(cast.director())
                .andExpect(content().string(containsString("Account T1 was opened by hand.")))
                .andExpect(content().string(containsString("Noted: somethingNew")));
    }

    @Test
    void who_may_see_only_the_card_reads_no_timeline() throws Exception {
        bring(Kind.SALES, "third.csv", "customer,customer name,document,date,amount\nT1,Tidewater,9,2026-10-03,9\n");

        web.perform(get("/accounts/T1/timeline").with(cast.signedIn(cast.viewer())))
                .andExpect(status().isForbidden());
    }

    private ResultActions page(User reader) throws Exception {
        return web.perform(get("/accounts/T1/timeline").with(cast.signedIn(reader)))
                .andExpect(status().isOk());
    }

    private long bring(Kind kind, String name, String rows) throws IOException {
        clock.advance(Duration.ofMinutes(1));
        Path file = Files.writeString(folder.resolve(name), rows);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
        assertThat(report.problems()).isEmpty();
        return report.batch();
    }
}
